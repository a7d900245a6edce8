package org.fieldstation.models.frontend;

/** What settings are held to; the messages name keys as a manifest writes them. */
final class Limits {
  private Limits() {}

  static void fftSize(int size) {
    between("fft-size", size, 16, 1 << 15);
    that(Integer.bitCount(size) == 1, "fft-size must be a power of two, was " + size);
  }

  static void between(String key, int value, int least, int most) {
    that(
        value >= least && value <= most,
        "%s must be from %d to %d, was %d".formatted(key, least, most, value));
  }

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
