package org.fieldstation.sim.chips;

import java.util.function.DoubleUnaryOperator;

/** Finds the counts that a compensation turns into a wanted value. */
final class Inverse {
  private Inverse() {}

  /**
   * The counts whose value is nearest below the wanted one, for a function that only goes one way.
   */
  static int counts(int range, DoubleUnaryOperator value, double wanted, boolean rising) {
    int low = 0;
    int high = range - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean below = value.applyAsDouble(middle) <= wanted;
      if (below == rising) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
