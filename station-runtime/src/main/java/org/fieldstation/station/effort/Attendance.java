package org.fieldstation.station.effort;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps one sensor's account: every stretch of time is entered once, because each entry begins
 * where the last one ended. Used by one line of work at a time.
 */
public final class Attendance {
  private final String sensor;
  private Duration until;

  /**
   * @param from uptime from which this sensor must account for itself
   */
  public Attendance(String sensor, Duration from) {
    this.sensor = sensor;
    this.until = from;
  }

  /** Enters all the time since the last entry. Empty when there is none to enter. */
  public Optional<Span> account(Duration to, Effort effort, String reason) {
    if (to.compareTo(until) <= 0) {
      return Optional.empty();
    }
    var span = new Span(sensor, until, to, effort, reason);
    until = to;
    return Optional.of(span);
  }

  /** Uptime up to which it has accounted. */
  public Duration until() {
    return until;
  }
}
