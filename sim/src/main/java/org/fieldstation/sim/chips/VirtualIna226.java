package org.fieldstation.sim.chips;

/** An INA226 as the bus sees it (Texas Instruments SBOS547, section 7.6), on 0.1 Ohm. */
public final class VirtualIna226 extends Words {
  private static final double OHM = 0.1;
  private static final int AFTER_RESET = 0x4127;

  private final Surroundings around;
  private int configuration;
  private int calibration;

  public VirtualIna226(Surroundings around) {
    super(false);
    this.around = around;
    powerUp();
  }

  @Override
  public void powerUp() {
    configuration = AFTER_RESET;
    calibration = 0;
  }

  @Override
  void written(int register, int word) {
    if (register == 0) {
      configuration = word;
      if ((word & 0x8000) != 0) {
        powerUp();
      }
    } else if (register == 5) {
      calibration = word & 0x7FFF;
    }
  }

  /** Shunt in 2.5 uV, bus in 1.25 mV, current by equation 3, power by equation 4. */
  @Override
  int value(int register) {
    int shunt = (int) Math.round(around.supplyAmpere() * OHM / 2.5e-6);
    int bus = (int) Math.round(around.supplyVolts() / 0.00125);
    int current = (int) ((long) shunt * calibration / 2_048);
    return switch (register) {
      case 0 -> configuration;
      case 1 -> shunt;
      case 2 -> bus;
      case 3 -> (int) ((long) current * bus / 20_000);
      case 4 -> current;
      case 5 -> calibration;
      case 6 -> 0x0008;
      case 0xFE -> 0x5449;
      case 0xFF -> 0x2260;
      default -> 0;
    };
  }
}
