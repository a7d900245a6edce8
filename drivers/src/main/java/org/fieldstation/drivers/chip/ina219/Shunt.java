package org.fieldstation.drivers.chip.ina219;

/**
 * The resistor the current flows through, and the most that shall be measured (section 8.5.1).
 *
 * @param ohm its resistance, in Ohm
 * @param mostAmpere the largest current, in A
 */
public record Shunt(double ohm, double mostAmpere) {

  /** Largest voltage over the shunt that the chip can measure. */
  private static final double MOST_VOLTS = 0.32;

  public Shunt {
    if (!(ohm > 0) || !(mostAmpere > 0) || ohm * mostAmpere > MOST_VOLTS + 1e-9) {
      throw new IllegalArgumentException(
          "%s A through %s Ohm must give more than 0 and at most 0.32 V"
              .formatted(mostAmpere, ohm));
    }
  }

  double amperePerCount() {
    return mostAmpere / 32_768;
  }

  double wattPerCount() {
    return 20 * amperePerCount();
  }

  /** Equation 1; the lowest bit of the register is always 0. */
  int calibration() {
    return (int) (0.04096 / (amperePerCount() * ohm)) & 0xFFFE;
  }
}
