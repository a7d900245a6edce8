package org.fieldstation.station.position;

import java.time.Duration;
import org.fieldstation.drivers.gnss.GnssReceiver.Position;
import org.fieldstation.drivers.gnss.TimeOffer;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.drivers.time.ToldTime;

/** Tells the station's clock the time of the satellites, as far as it may be trusted. */
public final class SatelliteTime {

  /**
   * A sentence begins some tenths of a second after the second it tells, and takes a tenth to come
   * in at 9600 baud.
   */
  private static final Duration SENTENCE = Duration.ofSeconds(1);

  private final TimeKeeper clock;

  public SatelliteTime(TimeKeeper clock) {
    this.clock = clock;
  }

  /** Hears what a receiver says. */
  public void hear(Position position) {
    if (position.time().orElse(null) instanceof TimeOffer.Trusted(var utc, long nanos)) {
      clock.told(new ToldTime(utc, nanos, TimeSource.GNSS, SENTENCE));
    }
  }
}
