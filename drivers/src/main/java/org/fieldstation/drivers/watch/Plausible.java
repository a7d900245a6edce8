package org.fieldstation.drivers.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.time.StationClock;
import org.jspecify.annotations.Nullable;

/** A sensor whose values are believed only as far as nature allows them. */
public final class Plausible implements Sensor {
  private final Sensor sensor;
  private final StationClock clock;
  private final Map<Quantity, Limits> limits;
  private final Map<Quantity, History> histories = new EnumMap<>(Quantity.class);

  public Plausible(Sensor sensor, Map<Quantity, Limits> limits, StationClock clock) {
    this.sensor = sensor;
    this.limits = Map.copyOf(limits);
    this.clock = clock;
  }

  @Override
  public String name() {
    return sensor.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return sensor.quantities();
  }

  @Override
  public Sample read() throws InterruptedException {
    var sample = sensor.read();
    var judged = new Sample.Builder();
    sample.faults().forEach(it -> judged.fault(it.quantity(), it.code(), it.detail()));
    for (var reading : sample.readings()) {
      judge(reading, judged);
    }
    return judged.build();
  }

  private void judge(Reading reading, Sample.Builder judged) {
    var quantity = reading.quantity();
    var limit = limits.get(quantity);
    if (limit == null) {
      judged.within(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, quantity, reading.value());
      return;
    }
    var fault =
        histories
            .computeIfAbsent(quantity, _ -> new History())
            .take(reading.value(), clock.nanos(), limit);
    if (fault == null) {
      judged.within(limit.least(), limit.most(), quantity, reading.value());
    } else {
      judged.fault(quantity, fault, "%s %s".formatted(reading.value(), reading.unit()));
    }
  }

  /**
   * The last values of one quantity. A jump is judged against the value before it whether or not
   * that one was believed, so that a single spike costs two values and a real step only one.
   */
  private static final class History {
    private double last = Double.NaN;
    private long lastNanos;
    private long changedNanos;

    SensorFault.@Nullable Code take(double value, long nanos, Limits limit) {
      double seconds = (nanos - lastNanos) / 1e9;
      boolean first = Double.isNaN(last);
      double allowed = Math.max(limit.step(), limit.fastest() * seconds);
      boolean jumped = !first && Math.abs(value - last) > allowed;
      if (first || value != last) {
        changedNanos = nanos;
      }
      last = value;
      lastNanos = nanos;
      if (jumped) {
        return SensorFault.Code.IMPOSSIBLE_RATE;
      }
      return nanos - changedNanos >= limit.stillest().toNanos() ? SensorFault.Code.STUCK : null;
    }
  }
}
