package org.fieldstation.drivers.chip.vane;

import java.util.List;

/**
 * How a vane is wired: a resistor for each direction, in series with one to the supply.
 *
 * @param supplyVolts what the ladder hangs on
 * @param pullUpOhm the resistor to the supply
 * @param steps each direction with its resistor
 */
public record Ladder(double supplyVolts, double pullUpOhm, List<Step> steps) {

  /** One position of the vane, in degrees from its own north, and its resistor. */
  public record Step(double degrees, double ohm) {}

  public Ladder {
    steps = List.copyOf(steps);
  }

  /** What this step gives. */
  double volts(Step step) {
    return supplyVolts * step.ohm() / (step.ohm() + pullUpOhm);
  }

  /** The vane of the Argent 80422 weather kit, its data sheet's sixteen resistors. */
  public static Ladder argent(double supplyVolts, double pullUpOhm) {
    return new Ladder(
        supplyVolts,
        pullUpOhm,
        List.of(
            new Step(0, 33_000),
            new Step(22.5, 6_570),
            new Step(45, 8_200),
            new Step(67.5, 891),
            new Step(90, 1_000),
            new Step(112.5, 688),
            new Step(135, 2_200),
            new Step(157.5, 1_410),
            new Step(180, 3_900),
            new Step(202.5, 3_140),
            new Step(225, 16_000),
            new Step(247.5, 14_120),
            new Step(270, 120_000),
            new Step(292.5, 42_120),
            new Step(315, 64_900),
            new Step(337.5, 21_880)));
  }
}
