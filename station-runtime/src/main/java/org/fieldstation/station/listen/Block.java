package org.fieldstation.station.listen;

import java.util.Arrays;

/**
 * The arithmetic of one polyphase filter over a block of input.
 *
 * <p>A dot product of floats is a sum in a fixed order, which the compiler may not vectorise. So
 * the loops are turned round: outputs that lie whole frames apart use the same weights, and are
 * computed side by side. For that the input is laid out in rows, row {@code p} holding input {@code
 * p} of every frame, and each step adds eight weighted rows to a row of outputs. All arrays run
 * with the same index, which is what lets the compiler see that nothing overlaps: about 12
 * multiplications a nanosecond on one core instead of 3.
 */
final class Block {
  private static final double SECONDS = 0.5;
  private static final int MOST_COLUMNS = 128;
  private static final int LANES = 16;
  private static final int TAPS = 8;

  private final int columns; // frames in a block
  private final int down; // inputs in a frame
  private final int[] starts; // for each output of a frame, the row its filter starts at
  private final float[][] weights; // for each output of a frame
  private final float[][] rows;
  private final float[] sums;

  private Block(int columns, int down, int[] starts, float[][] weights) {
    this.columns = columns;
    this.down = down;
    this.starts = starts;
    this.weights = weights;
    this.rows = new float[starts[starts.length - 1] + weights[0].length][columns];
    this.sums = new float[columns];
  }

  static Block of(LowPass filter, Ratio ratio, int rate) {
    // Rows past the end of a frame are copies; with frames as long as the filter they are few.
    var times = Math.ceilDiv(filter.taps(), ratio.down());
    var up = ratio.up() * times;
    var down = ratio.down() * times;
    var starts = new int[up];
    var weights = new float[up][];
    for (int phase = 0; phase < up; phase++) {
      var at = (long) phase * ratio.down();
      starts[phase] = (int) (at / ratio.up());
      weights[phase] =
          phase < ratio.up()
              ? filter.weights((double) (at % ratio.up()) / ratio.up())
              : weights[phase - ratio.up()];
    }
    var columns = Math.clamp((int) (SECONDS * rate / down), 1, MOST_COLUMNS);
    return new Block(columns < LANES ? columns : columns - columns % LANES, down, starts, weights);
  }

  /** Samples that a run looks at. */
  int inputs() {
    return down * (columns - 1) + rows.length;
  }

  /** Samples by which the input moves on after a run. */
  int step() {
    return down * columns;
  }

  /** Samples that a run makes. */
  int outputs() {
    return starts.length * columns;
  }

  void run(float[] input, float[] output) {
    for (int p = 0; p < rows.length; p++) {
      gather(input, p, rows[p]);
    }
    for (int phase = 0; phase < starts.length; phase++) {
      Arrays.fill(sums, 0);
      for (int tap = 0; tap < weights[phase].length; tap += TAPS) {
        addEight(weights[phase], tap, rows, starts[phase] + tap, sums);
      }
      scatter(sums, output, phase, starts.length);
    }
  }

  private void gather(float[] input, int from, float[] row) {
    for (int j = 0, i = from; j < row.length; j++, i += down) {
      row[j] = input[i];
    }
  }

  private static void scatter(float[] row, float[] output, int to, int step) {
    for (int j = 0, i = to; j < row.length; j++, i += step) {
      output[i] = row[j];
    }
  }

  private static void addEight(float[] w, int tap, float[][] rows, int row, float[] sums) {
    float w0 = w[tap];
    float w1 = w[tap + 1];
    float w2 = w[tap + 2];
    float w3 = w[tap + 3];
    float w4 = w[tap + 4];
    float w5 = w[tap + 5];
    float w6 = w[tap + 6];
    float w7 = w[tap + 7];
    float[] r0 = rows[row];
    float[] r1 = rows[row + 1];
    float[] r2 = rows[row + 2];
    float[] r3 = rows[row + 3];
    float[] r4 = rows[row + 4];
    float[] r5 = rows[row + 5];
    float[] r6 = rows[row + 6];
    float[] r7 = rows[row + 7];
    for (int j = 0; j < sums.length; j++) { // as one chain: a balanced tree of sums is half slower
      sums[j] +=
          w0 * r0[j]
              + w1 * r1[j]
              + w2 * r2[j]
              + w3 * r3[j]
              + w4 * r4[j]
              + w5 * r5[j]
              + w6 * r6[j]
              + w7 * r7[j];
    }
  }
}
