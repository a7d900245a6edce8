package org.fieldstation.drivers.weather;

import java.util.OptionalDouble;

/**
 * The rate of rain from the times of a bucket's tips: what one tip holds, over the time since the
 * tip before. Nothing is spread over the time before a first tip.
 */
public final class Rain {
  private static final double HOUR_NANOS = 3_600e9;

  /** Two tips further apart are two showers (or drizzle, which a bucket cannot rate). */
  private static final long LONGEST_NANOS = 3_600_000_000_000L;

  private final double millimetresPerTip;
  private boolean tipped;
  private long lastNanos;
  private OptionalDouble lastRate = OptionalDouble.empty();

  public Rain(double millimetresPerTip) {
    if (!(millimetresPerTip > 0)) {
      throw new IllegalArgumentException("a tip is some rain, not " + millimetresPerTip + " mm");
    }
    this.millimetresPerTip = millimetresPerTip;
  }

  /** The next tip, at that time of a clock that never steps. */
  public void tip(long nanos) {
    long pause = nanos - lastNanos;
    lastRate =
        tipped && pause > 0 && pause <= LONGEST_NANOS
            ? OptionalDouble.of(rate(pause))
            : OptionalDouble.empty();
    tipped = true;
    lastNanos = nanos;
  }

  /**
   * The rate now, in mm/h. Since the last tip less than one tip has fallen, so the rate goes down
   * as the next tip is longer in coming; empty when it cannot be told, which is not the same as 0.
   */
  public OptionalDouble millimetresPerHour(long nanos) {
    long pause = nanos - lastNanos;
    if (lastRate.isEmpty() || pause > LONGEST_NANOS) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        pause > 0 ? Math.min(lastRate.getAsDouble(), rate(pause)) : lastRate.getAsDouble());
  }

  private double rate(long pauseNanos) {
    return millimetresPerTip * HOUR_NANOS / pauseNanos;
  }
}
