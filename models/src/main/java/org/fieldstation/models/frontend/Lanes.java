package org.fieldstation.models.frontend;

/**
 * Steps of the transform on whole rows, one frame in each lane.
 *
 * <p>Every loop reads and writes several arrays at one index only. That is the form the JIT
 * compiler turns into vector instructions: two rows are either the same or apart, so no order need
 * be kept.
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

  /** Four-point butterfly, decimation in frequency. */
  static void butterfly(Row a, Row b, Row c, Row d, Twiddle w1, Twiddle w2, Twiddle w3) {
    butterfly(
        a.re, a.im, b.re, b.im, c.re, c.im, d.re, d.im, w1.re, w1.im, w2.re, w2.im, w3.re, w3.im);
  }

  private static void butterfly(
      float[] ar,
      float[] ai,
      float[] br,
      float[] bi,
      float[] cr,
      float[] ci,
      float[] dr,
      float[] di,
      float w1r,
      float w1i,
      float w2r,
      float w2i,
      float w3r,
      float w3i) {
    for (int j = 0; j < ar.length; j++) {
      float sumR = ar[j] + cr[j];
      float sumI = ai[j] + ci[j];
      float differenceR = ar[j] - cr[j];
      float differenceI = ai[j] - ci[j];
      float oddR = br[j] + dr[j];
      float oddI = bi[j] + di[j];
      float turnedR = bi[j] - di[j]; // -i times the difference of b and d
      float turnedI = dr[j] - br[j];
      ar[j] = sumR + oddR;
      ai[j] = sumI + oddI;
      float y1r = differenceR + turnedR;
      float y1i = differenceI + turnedI;
      br[j] = y1r * w1r - y1i * w1i;
      bi[j] = y1r * w1i + y1i * w1r;
      float y2r = sumR - oddR;
      float y2i = sumI - oddI;
      cr[j] = y2r * w2r - y2i * w2i;
      ci[j] = y2r * w2i + y2i * w2r;
      float y3r = differenceR - turnedR;
      float y3i = differenceI - turnedI;
      dr[j] = y3r * w3r - y3i * w3i;
      di[j] = y3r * w3i + y3i * w3r;
    }
  }

  /** Two-point butterfly without a twiddle, the last pass of sizes that are not powers of four. */
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
    power(z.re, z.im, mirror.re, mirror.im, w.re, w.im);
  }

  private static void power(float[] zr, float[] zi, float[] mr, float[] mi, float wr, float wi) {
    for (int j = 0; j < zr.length; j++) {
      float evenR = 0.5f * (zr[j] + mr[j]);
      float evenI = 0.5f * (zi[j] - mi[j]);
      float oddR = 0.5f * (zi[j] + mi[j]);
      float oddI = 0.5f * (mr[j] - zr[j]);
      float turnedR = oddR * wr - oddI * wi;
      float turnedI = oddR * wi + oddI * wr;
      float r = evenR + turnedR;
      float i = evenI + turnedI;
      float s = evenR - turnedR;
      float t = evenI - turnedI;
      zr[j] = r * r + i * i;
      mr[j] = s * s + t * t;
    }
  }

  /** Powers of bin 0 and of the highest bin, both real. They replace the row. */
  static void powerOfEnds(Row z) {
    ends(z.re, z.im);
  }

  private static void ends(float[] re, float[] im) {
    for (int j = 0; j < re.length; j++) {
      float sum = re[j] + im[j];
      float difference = re[j] - im[j];
      re[j] = sum * sum;
      im[j] = difference * difference;
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
}
