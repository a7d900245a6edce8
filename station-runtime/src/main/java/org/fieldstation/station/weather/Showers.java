package org.fieldstation.station.weather;

import static org.fieldstation.drivers.Quantity.RAIN;
import static org.fieldstation.drivers.Quantity.RAIN_RATE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.chip.bucket.Tip;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.weather.Rain;

/** Adds the rate to a record of the rain: what a tip holds, over the time between two of them. */
public final class Showers {
  private final Rain rain;
  private final Supplier<List<Tip>> tips;
  private final StationClock clock;

  /**
   * @param tips those since it was asked last, oldest first
   */
  public Showers(double millimetresPerTip, Supplier<List<Tip>> tips, StationClock clock) {
    this.rain = new Rain(millimetresPerTip);
    this.tips = tips;
    this.clock = clock;
  }

  /** The sample with the rate now, where two tips within the hour tell it. */
  public Sample add(Sample sample) {
    tips.get().forEach(it -> rain.tip(it.nanos()));
    var rate = rain.millimetresPerHour(clock.nanos());
    if (rate.isEmpty() || sample.value(RAIN).isEmpty()) {
      return sample;
    }
    var readings = new ArrayList<Reading>(sample.readings());
    readings.add(new Reading(RAIN_RATE, rate.getAsDouble()));
    return new Sample(readings, sample.faults());
  }
}
