package org.fieldstation.sim.board;

/** A vane of the Argent 80422 kit on 3.3 V behind 10 kOhm, its data sheet's table in volts. */
final class VaneVolts {
  private static final double SUPPLY = 3.3;
  private static final double PULL_UP = 10_000;

  /** The resistor for each 22.5 degrees from north, clockwise, in Ohm. */
  private static final double[] OHM = {
    33_000, 6_570, 8_200, 891, 1_000, 688, 2_200, 1_410, 3_900, 3_140, 16_000, 14_120, 120_000,
    42_120, 64_900, 21_880
  };

  private VaneVolts() {}

  static double at(double degrees) {
    double ohm = OHM[(int) Math.round(degrees / 22.5) % OHM.length];
    return SUPPLY * ohm / (ohm + PULL_UP);
  }
}
