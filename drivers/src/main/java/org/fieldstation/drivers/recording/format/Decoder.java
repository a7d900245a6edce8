package org.fieldstation.drivers.recording.format;

import java.util.OptionalLong;

/** A reader of one format of recorded sound, from its first frame to its last. */
public interface Decoder {

  /** Sample frames a second, in Hz, as the header says. */
  int rate();

  int channels();

  /** Number of frames, when the file says so. */
  OptionalLong frames();

  /**
   * Reads at most {@code frames} frames into {@code interleaved}.
   *
   * @return frames read, at least one, or -1 at the end
   */
  int read(float[] interleaved, int frames);

  /** Whether the file ended before its sound did, as far as has been read. */
  boolean cut();
}
