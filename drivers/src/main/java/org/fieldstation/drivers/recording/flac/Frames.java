package org.fieldstation.drivers.recording.flac;

import org.fieldstation.drivers.recording.format.AudioFile;

/** The frames of a FLAC file, one after the other, each checked by its checksum. */
final class Frames {
  private final AudioFile file;
  private final StreamInfo info;
  private final BitReader in;
  private final int[][] samples;
  private long position;
  private boolean cut;

  Frames(AudioFile file, StreamInfo info) {
    this.file = file;
    this.info = info;
    in = new BitReader(file);
    samples = new int[info.channels()][info.largestBlock()];
  }

  /** The samples of the frame that was read last, by channel. */
  int[][] samples() {
    return samples;
  }

  /** Whether the file ended before it should have. */
  boolean cut() {
    return cut;
  }

  /** Reads the next frame. Returns how many samples each channel has, 0 at the end. */
  int next() {
    if (info.frames() > 0 && position >= info.frames()) {
      return 0; // what comes behind, tags for instance, is not sound
    }
    if (in.atEnd()) {
      cut = info.frames() > 0;
      return 0;
    }
    try {
      int size = read();
      position += size;
      return size;
    } catch (EndOfFile e) {
      cut = true;
      return 0;
    }
  }

  private int read() throws EndOfFile {
    var header = FrameHeader.read(in, info, file, position);
    int size = header.size();
    boolean well = true;
    for (int channel = 0; well && channel < header.channels(); channel++) {
      boolean side = header.stereo() == 9 ? channel == 0 : header.stereo() >= 8 && channel == 1;
      well = Subframe.read(in, header.bits() + (side ? 1 : 0), size, samples[channel]);
    }
    in.align();
    int crc = in.frameCrc();
    if (!well || in.unsigned(16) != crc) {
      throw file.damaged("is damaged at frame " + position + ": what is there is not sound");
    }
    restore(header.stereo(), size);
    return size;
  }

  /** Makes left and right of what was stored (RFC 9639, 4.2). */
  private void restore(int stereo, int size) {
    for (int i = 0; stereo >= 8 && i < size; i++) {
      int first = samples[0][i];
      int second = samples[1][i];
      switch (stereo) {
        case 8 -> samples[1][i] = first - second;
        case 9 -> samples[0][i] = first + second;
        default -> {
          int sum = first << 1 | (second & 1);
          samples[0][i] = (sum + second) >> 1;
          samples[1][i] = (sum - second) >> 1;
        }
      }
    }
  }
}
