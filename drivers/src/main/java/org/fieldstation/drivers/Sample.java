package org.fieldstation.drivers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one look at a sensor gave. Each quantity the sensor measures is in exactly one of the lists:
 * its value, or why there is none.
 */
public record Sample(List<Reading> readings, List<SensorFault> faults) {
  public Sample {
    readings = List.copyOf(readings);
    faults = List.copyOf(faults);
  }

  /** Nothing was measured, all for the same reason. */
  public static Sample failed(
      Collection<Quantity> quantities, SensorFault.Code code, String detail) {
    var faults = quantities.stream().map(it -> new SensorFault(it, code, detail)).toList();
    return new Sample(List.of(), faults);
  }

  /** The value of that quantity, when there is one. */
  public OptionalDouble value(Quantity quantity) {
    return readings.stream()
        .filter(it -> it.quantity() == quantity)
        .mapToDouble(Reading::value)
        .findFirst();
  }

  /** Collects what a driver finds, value by value. */
  public static final class Builder {
    private final List<Reading> readings = new ArrayList<>();
    private final List<SensorFault> faults = new ArrayList<>();

    /** A value if the chip can measure it, a fault if it says more than it can know. */
    public Builder within(double least, double most, Quantity quantity, double value) {
      if (value >= least && value <= most) {
        readings.add(new Reading(quantity, value));
        return this;
      }
      return fault(
          quantity,
          SensorFault.Code.OUT_OF_RANGE,
          "%.2f %s is not between %s and %s".formatted(value, quantity.unit(), least, most));
    }

    public Builder fault(Quantity quantity, SensorFault.Code code, String detail) {
      faults.add(new SensorFault(quantity, code, detail));
      return this;
    }

    public Sample build() {
      return new Sample(readings, faults);
    }
  }
}
