package org.fieldstation.drivers.recording.wav;

import java.nio.ByteBuffer;
import org.fieldstation.drivers.recording.format.AudioFile;

/**
 * What the {@code fmt } chunk says.
 *
 * <p>A sample of fewer bits than its container fills the container from the top (WAVEFORMATEX,
 * "wBitsPerSample"), so only the container's size matters for reading it.
 */
record WavFormat(Samples samples, int channels, int rate) {

  /** Enough of the chunk: WAVEFORMATEXTENSIBLE has 40 bytes. */
  static final int LONGEST = 40;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;

  int frameBytes() {
    return samples.bytes() * channels;
  }

  static WavFormat read(ByteBuffer chunk, AudioFile file) {
    if (chunk.remaining() < 16) {
      throw file.damaged("has a format chunk of " + chunk.remaining() + " bytes; leave it out");
    }
    int tag = chunk.getShort(0) & 0xffff;
    int channels = chunk.getShort(2) & 0xffff;
    int rate = chunk.getInt(4);
    int block = chunk.getShort(12) & 0xffff;
    int bits = chunk.getShort(14) & 0xffff;
    if (channels == 0) {
      throw file.damaged("says it has no channels; leave it out");
    }
    if (tag == EXTENSIBLE && chunk.remaining() >= 26) {
      tag = chunk.getShort(24) & 0xffff; // the sub-format GUID begins with the old tag
    }
    if (tag != PCM && tag != FLOAT) {
      throw file.unsupported("is compressed (WAV format " + tag + "); convert it to PCM");
    }
    int container = block / channels;
    if (block % channels != 0 || bits == 0 || (bits + 7) / 8 != container) {
      throw file.damaged(
          "says %d channels of %d bits make frames of %d bytes; leave it out"
              .formatted(channels, bits, block));
    }
    return new WavFormat(samples(tag, bits, container, file), channels, rate);
  }

  private static Samples samples(int tag, int bits, int container, AudioFile file) {
    if (tag == FLOAT) {
      return switch (bits) {
        case 32 -> Samples.F32;
        case 64 -> Samples.F64;
        default -> throw file.damaged("says its floats have " + bits + " bits; leave it out");
      };
    }
    return switch (container) {
      case 1 -> Samples.U8;
      case 2 -> Samples.S16;
      case 3 -> Samples.S24;
      case 4 -> Samples.S32;
      default -> throw file.unsupported("has samples of " + bits + " bits; convert it to 16");
    };
  }
}
