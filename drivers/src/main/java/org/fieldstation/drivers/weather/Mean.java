package org.fieldstation.drivers.weather;

import java.util.OptionalDouble;

/**
 * The mean of the samples of one minute, for temperature, humidity and pressure. What is missing is
 * not filled in: a minute with too few samples has no mean.
 */
public final class Mean {
  private final int expected;
  private final double leastShare;
  private int count;
  private double sum;

  /**
   * A mean of that many samples.
   *
   * @param expected samples in a complete minute
   * @param leastShare part of them that is enough; WMO-No. 8, part III, asks for two thirds
   */
  public Mean(int expected, double leastShare) {
    if (expected < 1 || !(leastShare > 0) || leastShare > 1) {
      throw new IllegalArgumentException(
          "%s of %d samples can never be enough".formatted(leastShare, expected));
    }
    this.expected = expected;
    this.leastShare = leastShare;
  }

  public void add(double value) {
    count++;
    sum += value;
  }

  /** The mean so far, empty when it is of too few, and begins anew. */
  public OptionalDouble take() {
    var mean =
        count >= expected * leastShare ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
    count = 0;
    sum = 0;
    return mean;
  }
}
