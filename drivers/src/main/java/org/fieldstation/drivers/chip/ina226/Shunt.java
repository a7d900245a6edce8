package org.fieldstation.drivers.chip.ina226;

/**
 * The resistor the current flows through, and how finely it is measured (section 7.5).
 *
 * @param ohm its resistance, in Ohm
 * @param amperePerCount the current for one count, in A: a round number not below the largest
 *     current divided by 32768
 */
public record Shunt(double ohm, double amperePerCount) {

  /** Largest voltage over the shunt that the chip can measure. */
  private static final double MOST_VOLTS = 0.08192;

  public Shunt {
    if (!(ohm > 0) || !(amperePerCount > 0) || exactCalibration(ohm, amperePerCount) > 0x7FFF) {
      throw new IllegalArgumentException(
          "%s A a count through %s Ohm is finer than the chip can count"
              .formatted(amperePerCount, ohm));
    }
  }

  double wattPerCount() {
    return 25 * amperePerCount;
  }

  double mostAmpere() {
    return Math.min(MOST_VOLTS / ohm, amperePerCount * 32_767);
  }

  /** Equation 1. */
  int calibration() {
    return (int) exactCalibration(ohm, amperePerCount);
  }

  /** A thousandth of a count forgives what binary fractions do to 0.00512. */
  private static double exactCalibration(double ohm, double amperePerCount) {
    return 0.00512 / (amperePerCount * ohm) + 0.001;
  }
}
