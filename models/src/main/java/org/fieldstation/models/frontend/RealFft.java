package org.fieldstation.models.frontend;

import org.fieldstation.models.frontend.Lanes.Row;
import org.fieldstation.models.frontend.Lanes.Twiddle;

/**
 * Power spectra of many real frames at once.
 *
 * <p>N real samples are transformed as N/2 complex ones, even samples real and odd ones imaginary
 * (Cooley, Lewis and Welch 1970), by radix-4 decimation in frequency in place, with one radix-2
 * pass last where N/2 is no power of four. Frames lie side by side: row n holds sample n of all of
 * them, so every step of the transform is one loop over lanes. Results come out in bit-reversed
 * order, which costs nothing as only references to rows need be looked up.
 */
final class RealFft {
  private final int half;
  private final Row[] rows;
  private final Twiddle[] twiddles;
  private final int[] place;

  /**
   * A transform with its memory.
   *
   * @param size points, a power of two of at least 4
   * @param lanes frames at once
   */
  RealFft(int size, int lanes) {
    half = size / 2;
    rows = new Row[half];
    twiddles = new Twiddle[half];
    place = new int[half];
    for (int i = 0; i < half; i++) {
      rows[i] = new Row(lanes);
      twiddles[i] = Twiddle.of(i / (double) size);
      place[i] = reversed(i, half);
    }
  }

  /** Where sample {@code n} of every frame goes before {@link #transform}. */
  float[] sample(int n) {
    var row = rows[n >> 1];
    return (n & 1) == 0 ? row.re() : row.im();
  }

  /** Power of bin {@code k}, 0 to size / 2, of every frame after {@link #transform}. */
  float[] power(int k) {
    return k == half ? rows[0].im() : rows[place[k]].re();
  }

  /** Turns samples into powers. */
  void transform() {
    for (int length = half; length >= 2; length /= 2) {
      pass(length);
    }
    Lanes.powerOfEnds(rows[0]);
    for (int k = 1; k < half - k; k++) {
      Lanes.power(rows[place[k]], rows[place[half - k]], twiddles[k]);
    }
    Lanes.powerOfMiddle(rows[place[half / 2]]);
  }

  private void pass(int length) {
    int middle = length / 2;
    int step = 2 * half / length;
    for (int i = 0; i < half; i += length) {
      Lanes.butterfly(rows[i], rows[i + middle]);
      for (int j = 1; j < middle; j++) {
        Lanes.butterfly(rows[i + j], rows[i + j + middle], twiddles[j * step]);
      }
    }
  }

  /** A frequency's bits from last to first. */
  private static int reversed(int frequency, int length) {
    return Integer.reverse(frequency) >>> (Integer.numberOfLeadingZeros(length) + 1);
  }
}
