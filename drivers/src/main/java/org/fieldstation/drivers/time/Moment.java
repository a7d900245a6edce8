package org.fieldstation.drivers.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading of the station's clock: time is a measurement and says how good it is.
 *
 * @param utc best guess of UTC
 * @param source where that guess comes from
 * @param uncertainty half-width of the interval that holds the true time; meaningless when the
 *     source is NONE
 * @param uptime time since this process started, which never steps
 */
public record Moment(Instant utc, TimeSource source, Duration uncertainty, Duration uptime) {

  /** The same clock, read {@code later}. */
  public Moment plus(Duration later) {
    return new Moment(utc.plus(later), source, uncertainty, uptime.plus(later));
  }
}
