package org.fieldstation.models.frontend;

/**
 * Steps of the transform on whole rows, one frame in each lane.
 *
 * <p>Every loop reads and writes a few arrays at one index only. That is the form the JIT compiler
 * turns into vector instructions: two rows are either the same or apart, so no order need be kept,
 * and the body is small enough to be unrolled. A radix-4 butterfly in one loop is neither unrolled
 * nor vectorised and takes twice the time of the radix-2 ones that replace it.
 */
final class Lanes {
  private Lanes() {}

  /** A complex number for each lane. */
  @SuppressWarnings("ArrayRecordComponent") // rows are never compared
  record Row(float[] re, float[] im) {
    Row(int lanes) {
      this(new float[lanes], new float[lanes]);
    }
  }

  /** The twiddle factor exp(-2πi·turn). */
  record Twiddle(float re, float im) {
    static Twiddle of(double turn) {
      return new Twiddle(
          (float) Math.cos(2 * Math.PI * turn), (float) -Math.sin(2 * Math.PI * turn));
    }
  }

  /** Two-point butterfly, decimation in frequency: a + b, and (a - b) times the twiddle factor. */
  static void butterfly(Row a, Row b, Twiddle w) {
    butterfly(a.re, a.im, b.re, b.im, w.re, w.im);
  }

  private static void butterfly(
      float[] ar, float[] ai, float[] br, float[] bi, float wr, float wi) {
    for (int j = 0; j < ar.length; j++) {
      float re = ar[j] - br[j];
      float im = ai[j] - bi[j];
      ar[j] += br[j];
      ai[j] += bi[j];
      br[j] = re * wr - im * wi;
      bi[j] = re * wi + im * wr;
    }
  }

  /** The same without a twiddle factor. */
  static void butterfly(Row a, Row b) {
    sumAndDifference(a.re, b.re);
    sumAndDifference(a.im, b.im);
  }

  private static void sumAndDifference(float[] a, float[] b) {
    for (int j = 0; j < a.length; j++) {
      float sum = a[j] + b[j];
      b[j] = a[j] - b[j];
      a[j] = sum;
    }
  }

  /**
   * Powers of two bins of a real signal, k and its mirror, from the complex transform of its even
   * samples as real and its odd samples as imaginary parts. They replace {@code z.re} and {@code
   * mirror.re}.
   */
  static void power(Row z, Row mirror, Twiddle w) {
    sumAndDifference(z.re, mirror.re);
    sumAndDifference(z.im, mirror.im);
    power(z.re, mirror.im, z.im, mirror.re, w.re, w.im);
  }

  /**
   * Twice the transform of the even samples, and of the odd ones with its imaginary part negated.
   */
  private static void power(
      float[] evenR, float[] evenI, float[] oddR, float[] minusOddI, float wr, float wi) {
    for (int j = 0; j < evenR.length; j++) {
      float turnedR = oddR[j] * wr + minusOddI[j] * wi;
      float turnedI = oddR[j] * wi - minusOddI[j] * wr;
      float r = evenR[j] + turnedR;
      float i = evenI[j] + turnedI;
      float s = evenR[j] - turnedR;
      float t = evenI[j] - turnedI;
      evenR[j] = 0.25f * (r * r + i * i);
      minusOddI[j] = 0.25f * (s * s + t * t);
    }
  }

  /** Powers of bin 0 and of the highest bin, both real. They replace the row. */
  static void powerOfEnds(Row z) {
    sumAndDifference(z.re, z.im);
    square(z.re);
    square(z.im);
  }

  private static void square(float[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= row[j];
    }
  }

  /** Power of the middle bin, which is its own mirror. It replaces {@code z.re}. */
  static void powerOfMiddle(Row z) {
    squares(z.re, z.im);
  }

  private static void squares(float[] re, float[] im) {
    for (int j = 0; j < re.length; j++) {
      re[j] = re[j] * re[j] + im[j] * im[j];
    }
  }

  /** Adds {@code weight} times a row to another. */
  static void add(float[] sum, float[] row, float weight) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += row[j] * weight;
    }
  }

  /** Multiplies a row. */
  static void scale(float[] row, float factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }
}
