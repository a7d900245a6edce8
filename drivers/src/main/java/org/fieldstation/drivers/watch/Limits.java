package org.fieldstation.drivers.watch;

import java.time.Duration;

/**
 * What nature allows of one quantity at one place.
 *
 * @param least smallest value that can be true
 * @param most largest value that can be true
 * @param fastest largest change within one second; infinite where steps are natural, as with light
 * @param stillest how long not one digit may change; {@link #FOREVER} where rest is natural
 * @param step a change that is allowed in any time: the noise of a sensor that is read often
 */
public record Limits(double least, double most, double fastest, Duration stillest, double step) {
  public static final Duration FOREVER = Duration.ofDays(36_500);

  /** Limits without a step that is always allowed. */
  public Limits(double least, double most, double fastest, Duration stillest) {
    this(least, most, fastest, stillest, 0);
  }

  public Limits {
    if (!(least < most)
        || !(fastest > 0)
        || stillest.isZero()
        || stillest.isNegative()
        || !(step >= 0)) {
      throw new IllegalArgumentException(
          "no value is between %s and %s, changes by %s a second, rests for %s"
              .formatted(least, most, fastest, stillest));
    }
  }
}
