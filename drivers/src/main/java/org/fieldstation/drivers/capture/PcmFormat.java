package org.fieldstation.drivers.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** How a live device writes a sample. */
public enum PcmFormat {
  /** Signed 16 bits, little-endian. */
  S16(2) {
    @Override
    void decode(MemorySegment from, float[] to) {
      var samples = new short[to.length];
      MemorySegment.copy(from, SHORT, 0, samples, 0, samples.length);
      for (int i = 0; i < samples.length; i++) {
        to[i] = samples[i] * 0x1p-15f;
      }
    }
  },
  /** Signed 32 bits, little-endian; of a microphone of 24 bits the lowest 8 are 0. */
  S32(4) {
    @Override
    void decode(MemorySegment from, float[] to) {
      var samples = new int[to.length];
      MemorySegment.copy(from, INT, 0, samples, 0, samples.length);
      for (int i = 0; i < samples.length; i++) {
        to[i] = samples[i] * 0x1p-31f;
      }
    }
  };

  private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);

  private final int bytes;

  PcmFormat(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }

  /** Fills {@code to} with the samples at the beginning of {@code from}. */
  abstract void decode(MemorySegment from, float[] to);
}
