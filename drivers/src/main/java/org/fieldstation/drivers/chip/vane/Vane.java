package org.fieldstation.drivers.chip.vane;

import static org.fieldstation.drivers.Quantity.VOLTAGE;
import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;

/** A vane: which of its positions the voltage belongs to. */
public final class Vane implements Sensor {
  private final Sensor volts;
  private final Ladder ladder;
  private final double northDegrees;

  /** A step's own voltage may be off by this part of the supply: resistors are within 1 %. */
  private static final double TOLERANCE = 0.015;

  /**
   * A vane on that input.
   *
   * @param northDegrees where the vane's own north points, clockwise from true north
   */
  public Vane(Sensor volts, Ladder ladder, double northDegrees) {
    this.volts = volts;
    this.ladder = ladder;
    this.northDegrees = northDegrees;
  }

  @Override
  public String name() {
    return "vane on " + volts.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(WIND_DIRECTION);
  }

  @Override
  public Sample read() throws InterruptedException {
    var sample = volts.read();
    var voltage = sample.value(VOLTAGE);
    if (voltage.isEmpty()) {
      var why = sample.faults().getFirst();
      return Sample.failed(quantities(), why.code(), why.detail());
    }
    double value = voltage.getAsDouble();
    var nearest =
        ladder.steps().stream()
            .min(Comparator.comparingDouble(step -> Math.abs(ladder.volts(step) - value)))
            .orElseThrow();
    if (Math.abs(ladder.volts(nearest) - value) > TOLERANCE * ladder.supplyVolts()) {
      return Sample.failed(
          quantities(),
          Code.OUT_OF_RANGE,
          "%.3f V is no position of the vane: cable or contact".formatted(value));
    }
    return new Sample(
        List.of(new Reading(WIND_DIRECTION, fromNorth(nearest.degrees() + northDegrees))),
        List.of());
  }

  /** North is 360: 0 is kept for calm, which a vane cannot know. */
  private static double fromNorth(double degrees) {
    double turned = degrees % 360;
    return turned <= 0 ? turned + 360 : turned;
  }
}
