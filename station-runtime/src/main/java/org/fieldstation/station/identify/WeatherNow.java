package org.fieldstation.station.identify;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;

/**
 * The last word of each weather sensor, as long as it is fresh. Sensors tell it from their own
 * lines of work, the sound's line asks.
 */
public final class WeatherNow {
  /** Older than this it says nothing about now. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Map<Quantity, Taken> taken = new EnumMap<>(Quantity.class);

  private record Taken(double value, Duration uptime) {}

  /** Notes what was measured at that uptime. */
  public synchronized void measured(Sample sample, Duration uptime) {
    sample
        .readings()
        .forEach(reading -> taken.put(reading.quantity(), new Taken(reading.value(), uptime)));
  }

  /** The value of a quantity, when a sensor has given one lately. */
  public synchronized OptionalDouble value(Quantity quantity, Duration now) {
    var last = taken.get(quantity);
    return last == null || now.minus(last.uptime()).compareTo(FRESH) > 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(last.value());
  }

  /** What a detection should carry of it: enough to judge it by, coarse enough to be short. */
  public List<Reading> brief(Duration now) {
    return STEPS.entrySet().stream()
        .flatMap(step ->
            value(step.getKey(), now).stream()
                .mapToObj(value ->
                    new Reading(
                        step.getKey(), Math.round(value / step.getValue()) * step.getValue())))
        .toList();
  }

  /** What is worth saying, and how finely. */
  private static final Map<Quantity, Double> STEPS =
      new EnumMap<>(
          Map.of(
              Quantity.AIR_TEMPERATURE, 1.0,
              Quantity.RELATIVE_HUMIDITY, 5.0,
              Quantity.RAIN_RATE, 0.5,
              Quantity.WIND_SPEED, 1.0));
}
