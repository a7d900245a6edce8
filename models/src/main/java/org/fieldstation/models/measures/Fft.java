package org.fieldstation.models.measures;

/**
 * A plain complex Fourier transform in double precision (radix 2, in place). Measures are taken
 * once a minute: what counts here is that the numbers are right.
 */
final class Fft {
  private final int size;
  private final double[] cos;
  private final double[] sin;

  /**
   * @param size a power of two
   */
  Fft(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("not a power of two: " + size);
    }
    this.size = size;
    cos = new double[size / 2];
    sin = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / size);
      sin[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  void transform(double[] re, double[] im) {
    int shift = Integer.numberOfLeadingZeros(size) + 1;
    for (int i = 1; i < size; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int half = 1; half < size; half *= 2) {
      int step = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          butterfly(re, im, start + k, start + k + half, k * step);
        }
      }
    }
  }

  private void butterfly(double[] re, double[] im, int a, int b, int turn) {
    double x = re[b] * cos[turn] - im[b] * sin[turn];
    double y = re[b] * sin[turn] + im[b] * cos[turn];
    re[b] = re[a] - x;
    im[b] = im[a] - y;
    re[a] += x;
    im[a] += y;
  }

  private static void swap(double[] values, int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
