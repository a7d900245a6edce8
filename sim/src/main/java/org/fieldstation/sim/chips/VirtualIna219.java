package org.fieldstation.sim.chips;

/** An INA219 as the bus sees it (Texas Instruments SBOS448, section 8.6), on 0.1 Ohm. */
public final class VirtualIna219 extends Words {
  private static final double OHM = 0.1;
  private static final int AFTER_RESET = 0x399F;

  private final Surroundings around;
  private int configuration;
  private int calibration;

  public VirtualIna219(Surroundings around) {
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
      calibration = word & 0xFFFE;
    }
  }

  /** Shunt in 10 uV, bus in 4 mV, current by equation 4, power by equation 5. */
  @Override
  int value(int register) {
    int shunt = (int) Math.round(around.supplyAmpere() * OHM / 10e-6);
    int bus = (int) Math.round(around.supplyVolts() / 0.004);
    int current = shunt * calibration / 4_096;
    return switch (register) {
      case 0 -> configuration;
      case 1 -> shunt;
      case 2 -> bus << 3 | 0b10;
      case 3 -> current * bus / 5_000;
      case 4 -> current;
      case 5 -> calibration;
      default -> 0;
    };
  }
}
