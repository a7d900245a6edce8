package org.fieldstation.models.frontend;

import java.util.Arrays;

/**
 * Frames of a window, weighted by a periodic Hann window and transformed a block at a time.
 *
 * <p>A block is small enough for its rows to stay in a Pi's second-level cache.
 */
final class Frames {
  private static final int MOST_LANES = 128;

  private final int count;
  private final int hop;
  private final int lanes;
  private final float[] hann;
  private final RealFft fft;

  /**
   * Frames that start at every {@code hop}-th sample.
   *
   * @param count how many
   * @param length samples in each, at most {@code fftSize}; the rest of a transform is zero
   */
  Frames(int count, int hop, int length, int fftSize) {
    this.count = count;
    this.hop = hop;
    int blocks = (count + MOST_LANES - 1) / MOST_LANES;
    lanes = (count + blocks - 1) / blocks;
    fft = new RealFft(fftSize, lanes);
    hann = new float[fftSize];
    for (int n = 0; n < length; n++) {
      hann[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / length));
    }
  }

  /** Takes the powers of a block of frames. */
  interface Sink {
    /**
     * Takes one block.
     *
     * @param first the frame in lane 0
     * @param count lanes in use
     */
    void take(RealFft powers, int first, int count);
  }

  int lanes() {
    return lanes;
  }

  void transform(float[] samples, Sink sink) {
    for (int first = 0; first < count; first += lanes) {
      int used = Math.min(lanes, count - first);
      for (int n = 0; n < hann.length; n++) {
        gather(samples, first * hop + n, hop, hann[n], fft.sample(n), used);
      }
      fft.transform();
      sink.take(fft, first, used);
    }
  }

  private static void gather(
      float[] samples, int from, int hop, float weight, float[] row, int used) {
    if (weight == 0) {
      Arrays.fill(row, 0, used, 0); // also where there are no samples left
      return;
    }
    for (int j = 0, i = from; j < used; j++, i += hop) {
      row[j] = samples[i] * weight;
    }
  }
}
