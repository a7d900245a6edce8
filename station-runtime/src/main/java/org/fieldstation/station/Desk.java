package org.fieldstation.station;

import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.supervise.FaultBook;

/**
 * Where a path puts what it has to say.
 *
 * @param boot number of this start of the station
 * @param weather what those who judge sounds want to know of it
 */
record Desk(
    Scribe scribe,
    FaultBook faults,
    TimeKeeper time,
    long boot,
    WeatherNow weather,
    Observer observer) {

  /** Tells whoever watches what was measured. */
  void measured(String sensor, Sample sample) {
    weather.measured(sample, time.now().uptime());
    observer.measured(sensor, sample);
  }
}
