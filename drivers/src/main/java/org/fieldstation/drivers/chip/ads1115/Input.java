package org.fieldstation.drivers.chip.ads1115;

import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.util.List;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;

/** One input of the chip against ground. */
record Input(Ads1115 chip, int number, FullScale scale) implements Sensor {

  @Override
  public String name() {
    return "ads1115 input %d at %s".formatted(number, chip.name());
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(VOLTAGE);
  }

  /** The ends of the scale mean "that much or more", which is no voltage. */
  @Override
  public Sample read() throws InterruptedException {
    var counts = chip.convert(number, scale);
    if (counts.isEmpty()) {
      return Sample.failed(
          quantities(), Code.NOT_READY, "no conversion of this input came to an end");
    }
    int value = counts.getAsInt();
    if (value == Short.MAX_VALUE || value == Short.MIN_VALUE) {
      return Sample.failed(quantities(), Code.OVERFLOW, "beyond the scale " + scale);
    }
    return new Sample(List.of(new Reading(VOLTAGE, scale.volts(value))), List.of());
  }
}
