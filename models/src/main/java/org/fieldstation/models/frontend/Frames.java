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
  private final int length;
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
    this.length = length;
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
      gather(samples, first * hop, used);
      fft.transform();
      sink.take(fft, first, used);
    }
  }

  /**
   * Four samples of each frame at a time, so that the way through the window is gone less often.
   */
  private void gather(float[] samples, int from, int used) {
    for (int n = 0; n < hann.length; n += 4) {
      var a = fft.sample(n);
      var b = fft.sample(n + 1);
      var c = fft.sample(n + 2);
      var d = fft.sample(n + 3);
      if (n < length - 3) {
        take(samples, from + n, used, a, b, c, d);
      } else {
        takeSome(samples, from, used, n);
      }
      Lanes.scale(a, hann[n]);
      Lanes.scale(b, hann[n + 1]);
      Lanes.scale(c, hann[n + 2]);
      Lanes.scale(d, hann[n + 3]);
    }
  }

  private void take(
      float[] samples, int from, int used, float[] a, float[] b, float[] c, float[] d) {
    for (int j = 0, i = from; j < used; j++, i += hop) {
      a[j] = samples[i];
      b[j] = samples[i + 1];
      c[j] = samples[i + 2];
      d[j] = samples[i + 3];
    }
  }

  /** The last few samples of frames whose length is no multiple of four, and zeros after them. */
  private void takeSome(float[] samples, int from, int used, int n) {
    for (int m = n; m < n + 4; m++) {
      var row = fft.sample(m);
      Arrays.fill(row, 0);
      for (int j = 0; m < length && j < used; j++) {
        row[j] = samples[from + j * hop + m];
      }
    }
  }
}
