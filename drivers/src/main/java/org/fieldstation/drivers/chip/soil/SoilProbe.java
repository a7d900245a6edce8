package org.fieldstation.drivers.chip.soil;

import static org.fieldstation.drivers.Quantity.SOIL_WETNESS;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;

/**
 * A probe whose voltage falls as the soil gets wet. Between the two points where it was calibrated,
 * in dry air and in water, wetness is a straight line.
 */
public final class SoilProbe implements Sensor {

  /** A little beyond the points is a little drift; far beyond is a cable. */
  private static final double TOLERATED_PERCENT = 10;

  private final Sensor volts;
  private final double dryVolts;
  private final double wetVolts;

  /**
   * A probe at that input.
   *
   * @param volts what measures its voltage, for instance an input of an ADS1115
   * @param dryVolts what it gives in dry air
   * @param wetVolts what it gives in water
   */
  public SoilProbe(Sensor volts, double dryVolts, double wetVolts) {
    if (!(Math.abs(dryVolts - wetVolts) >= 0.1)) {
      throw new IllegalArgumentException(
          "dry (%s V) and wet (%s V) must be 0.1 V apart".formatted(dryVolts, wetVolts));
    }
    this.volts = volts;
    this.dryVolts = dryVolts;
    this.wetVolts = wetVolts;
  }

  @Override
  public String name() {
    return "soil probe on " + volts.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(SOIL_WETNESS);
  }

  @Override
  public Sample read() throws InterruptedException {
    var sample = volts.read();
    var voltage = sample.value(VOLTAGE);
    if (voltage.isEmpty()) {
      var why = sample.faults().getFirst();
      return Sample.failed(quantities(), why.code(), why.detail());
    }
    double percent = (voltage.getAsDouble() - dryVolts) / (wetVolts - dryVolts) * 100;
    if (percent < -TOLERATED_PERCENT || percent > 100 + TOLERATED_PERCENT) {
      return Sample.failed(
          quantities(),
          Code.OUT_OF_RANGE,
          "%.3f V is no soil: dry is %s V, wet %s V"
              .formatted(voltage.getAsDouble(), dryVolts, wetVolts));
    }
    return new Sample.Builder()
        .within(0, 100, SOIL_WETNESS, Math.clamp(percent, 0.0, 100.0))
        .build();
  }
}
