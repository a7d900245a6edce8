package org.fieldstation.drivers.time;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody outside says the time is: a satellite receiver, a clock chip.
 *
 * @param utc the time they told
 * @param nanos when it was that time, on the station's clock that never steps
 * @param source who told it; never NONE
 * @param uncertainty how far off it may have been at that moment
 */
public record ToldTime(Instant utc, long nanos, TimeSource source, Duration uncertainty) {

  /** A board's crystal without compensation is within 50 ppm; cold and age may double that. */
  private static final double DRIFT = 100e-6;

  public ToldTime {
    if (source == TimeSource.NONE || uncertainty.isNegative()) {
      throw new IllegalArgumentException("nobody tells the time as " + source);
    }
  }

  /** The time that this makes it at another moment of the clock that never steps. */
  Instant at(long later) {
    return utc.plusNanos(later - nanos);
  }

  /** How far off it may be by then. */
  Duration uncertaintyAt(long later) {
    return uncertainty.plusNanos(Math.round(Math.abs(later - nanos) * DRIFT));
  }
}
