package org.fieldstation.station.journal;

import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;

/**
 * When something happened, with enough beside it to correct it later.
 *
 * @param boot how many times the station had started with this journal, from 1
 * @param uptimeMillis milliseconds since that start, which never step
 * @param utcMillis best guess of UTC at the time of writing, milliseconds since 1970
 * @param source where that guess came from
 * @param uncertaintyMillis half-width of the interval that holds the true time
 */
public record Stamp(
    long boot, long uptimeMillis, long utcMillis, TimeSource source, long uncertaintyMillis) {

  /** The stamp of a moment in the life of one start. */
  public static Stamp of(long boot, Moment moment) {
    return new Stamp(
        boot,
        moment.uptime().toMillis(),
        moment.utc().toEpochMilli(),
        moment.source(),
        moment.uncertainty().toMillis());
  }

  public Instant utc() {
    return Instant.ofEpochMilli(utcMillis);
  }

  /** The same clock, {@code later}. */
  public Stamp plus(Duration later) {
    long millis = later.toMillis();
    return new Stamp(boot, uptimeMillis + millis, utcMillis + millis, source, uncertaintyMillis);
  }
}
