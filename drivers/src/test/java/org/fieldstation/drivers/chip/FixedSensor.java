package org.fieldstation.drivers.chip;

import java.util.List;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault;

/** A sensor that always says the same. */
public record FixedSensor(Quantity quantity, Sample read) implements Sensor {

  public static FixedSensor of(Quantity quantity, double value) {
    return new FixedSensor(quantity, new Sample(List.of(new Reading(quantity, value)), List.of()));
  }

  public static FixedSensor failing(Quantity quantity, SensorFault.Code code) {
    return new FixedSensor(quantity, Sample.failed(Set.of(quantity), code, "as it is told"));
  }

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(quantity);
  }
}
