package org.fieldstation.station.weather;

import static org.fieldstation.drivers.Quantity.CHARGE;
import static org.fieldstation.drivers.Quantity.CHARGE_RATE;
import static org.fieldstation.drivers.Quantity.RAIN;
import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.weather.Mean;

/**
 * Makes one sample of several: the mean of each quantity when two thirds of them were measured, a
 * fault otherwise. What counts on or goes round has no mean; of that the last is taken.
 */
public final class Means {
  private static final double ENOUGH = 2 / 3.0;
  private static final Set<Quantity> LAST = Set.of(RAIN, CHARGE, CHARGE_RATE, WIND_DIRECTION);

  private final int expected;
  private final Map<Quantity, Mean> means = new EnumMap<>(Quantity.class);
  private final Map<Quantity, SensorFault> faults = new EnumMap<>(Quantity.class);
  private int taken;

  private Means(int expected) {
    this.expected = expected;
  }

  /** One sample of so many. */
  public static Gatherer<Sample, ?, Sample> of(int samples) {
    return Gatherer.ofSequential(
        () -> new Means(samples),
        Gatherer.Integrator.ofGreedy((means, sample, downstream) -> {
          means.take(sample);
          return means.taken < samples || downstream.push(means.make(sample));
        }));
  }

  private void take(Sample sample) {
    taken++;
    for (var reading : sample.readings()) {
      mean(reading.quantity()).add(reading.value());
    }
    for (var fault : sample.faults()) {
      mean(fault.quantity());
      faults.put(fault.quantity(), fault);
    }
  }

  private Mean mean(Quantity quantity) {
    return means.computeIfAbsent(quantity, _ -> new Mean(expected, ENOUGH));
  }

  private Sample make(Sample last) {
    var made = new Sample.Builder();
    means.forEach((quantity, mean) -> {
      var average = mean.take();
      add(quantity, LAST.contains(quantity) ? last.value(quantity) : average, made);
    });
    faults.clear();
    taken = 0;
    return made.build();
  }

  private void add(Quantity quantity, OptionalDouble value, Sample.Builder made) {
    var fault = faults.get(quantity);
    if (value.isPresent()) {
      made.within(
          Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, quantity, value.getAsDouble());
    } else if (fault != null) {
      made.fault(quantity, fault.code(), fault.detail());
    } else {
      made.fault(quantity, SensorFault.Code.NOT_MEASURED, "too few of " + expected + " samples");
    }
  }
}
