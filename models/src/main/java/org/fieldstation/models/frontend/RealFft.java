package org.fieldstation.models.frontend;

import org.fieldstation.models.frontend.Lanes.Row;
import org.fieldstation.models.frontend.Lanes.Twiddle;

/**
 * Power spectra of many real frames at once.
 *
 * <p>N real samples are transformed as N/2 complex ones, even samples real and odd ones imaginary
 * (Cooley, Lewis and Welch 1970), by radix-4 decimation in frequency in place, with one radix-2
 * pass last where N/2 is no power of four. Frames lie side by side: row n holds sample n of all of
 * them, so every step of the transform is one loop over lanes. Results come out in digit-reversed
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
    twiddles = new Twiddle[size];
    place = new int[half];
    for (int i = 0; i < half; i++) {
      rows[i] = new Row(lanes);
      place[frequency(i, half)] = i;
    }
    for (int i = 0; i < size; i++) {
      twiddles[i] = Twiddle.of(i / (double) size);
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
    int length = half;
    for (; length >= 4; length /= 4) {
      pass(length);
    }
    if (length == 2) {
      for (int i = 0; i < half; i += 2) {
        Lanes.butterfly(rows[i], rows[i + 1]);
      }
    }
    Lanes.powerOfEnds(rows[0]);
    for (int k = 1; k < half - k; k++) {
      Lanes.power(rows[place[k]], rows[place[half - k]], twiddles[k]);
    }
    Lanes.powerOfMiddle(rows[place[half / 2]]);
  }

  private void pass(int length) {
    int quarter = length / 4;
    int step = 2 * (half / length); // twiddles are those of twice as many points
    for (int j = 0; j < quarter; j++) {
      var w1 = twiddles[j * step];
      var w2 = twiddles[2 * j * step];
      var w3 = twiddles[3 * j * step];
      for (int i = j; i < half; i += length) {
        Lanes.butterfly(
            rows[i], rows[i + quarter], rows[i + 2 * quarter], rows[i + 3 * quarter], w1, w2, w3);
      }
    }
  }

  /** Which frequency ends up at a place: each pass puts every fourth of them together. */
  private static int frequency(int place, int length) {
    if (length <= 2) {
      return place;
    }
    int quarter = length / 4;
    return 4 * frequency(place % quarter, quarter) + place / quarter;
  }
}
