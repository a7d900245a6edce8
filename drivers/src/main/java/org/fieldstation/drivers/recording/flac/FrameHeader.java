package org.fieldstation.drivers.recording.flac;

import org.fieldstation.drivers.recording.format.AudioFile;

/**
 * The header of a FLAC frame (RFC 9639, 9.1).
 *
 * @param size sample frames in it
 * @param stereo how the two channels were made one from the other: 8 left and side, 9 side and
 *     right, 10 mid and side; below 8 they are independent
 */
record FrameHeader(int size, int channels, int stereo, int bits) {

  static FrameHeader read(BitReader in, StreamInfo info, AudioFile file, long position)
      throws EndOfFile {
    in.keep(64);
    in.startCrc();
    if (in.unsigned(15) != 0b111_1111_1111_1100) {
      throw damaged(file, position, "no frame begins where one should");
    }
    in.unsigned(1); // fixed or variable block size: both are read alike
    int sizeCode = (int) in.unsigned(4);
    int rateCode = (int) in.unsigned(4);
    int stereo = (int) in.unsigned(4);
    int bitsCode = (int) in.unsigned(3);
    in.unsigned(1);
    in.unsigned(8 * codedNumberBytes(in));
    int size = size(in, sizeCode);
    in.unsigned(rateCode == 12 ? 8 : rateCode == 13 || rateCode == 14 ? 16 : 0);
    int crc = in.headerCrc();
    if (in.unsigned(8) != crc) {
      throw damaged(file, position, "the checksum of a frame's header is wrong");
    }
    int channels = stereo < 8 ? stereo + 1 : 2;
    int bits = bits(bitsCode, info);
    if (stereo > 10 || channels != info.channels() || bits != info.bits() || size == 0) {
      throw damaged(file, position, "a frame contradicts the file's description");
    }
    if (size > info.largestBlock()) {
      throw damaged(file, position, "a frame is larger than the file's description allows");
    }
    return new FrameHeader(size, channels, stereo, bits);
  }

  /**
   * Bytes after the first of the frame's number, coded like UTF-8; at most 6. The number itself is
   * not needed: frames are read in order.
   */
  private static int codedNumberBytes(BitReader in) throws EndOfFile {
    int first = (int) in.unsigned(8);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    int more = Math.max(0, Math.min(ones, 7) - 1);
    while (more > 4) {
      in.unsigned(8);
      more--;
    }
    return more;
  }

  private static int size(BitReader in, int code) throws EndOfFile {
    return switch (code) {
      case 0 -> 0;
      case 1 -> 192;
      case 2, 3, 4, 5 -> 144 << code;
      case 6 -> (int) in.unsigned(8) + 1;
      case 7 -> (int) in.unsigned(16) + 1;
      default -> 1 << code;
    };
  }

  private static int bits(int code, StreamInfo info) {
    return switch (code) {
      case 0 -> info.bits();
      case 1 -> 8;
      case 2 -> 12;
      case 4 -> 16;
      case 5 -> 20;
      case 6 -> 24;
      default -> 0;
    };
  }

  private static RuntimeException damaged(AudioFile file, long position, String what) {
    return file.damaged("is damaged at frame " + position + ": " + what);
  }
}
