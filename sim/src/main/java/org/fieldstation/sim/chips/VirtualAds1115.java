package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/** An ADS1115 as the bus sees it (Texas Instruments SBAS444, section 8), in single shots. */
public final class VirtualAds1115 extends Words {
  private static final int AFTER_RESET = 0x8583;
  private static final int START = 0x8000;
  private static final double[] SCALES = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256};
  private static final long CONVERSION_NANOS = 7_800_000; // at 128 samples a second

  private final Surroundings around;
  private final StationClock clock;
  private int configuration;
  private int converted;
  private boolean converting;
  private long doneNanos;

  public VirtualAds1115(Surroundings around, StationClock clock) {
    super(false);
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  @Override
  public void powerUp() {
    configuration = AFTER_RESET & ~START;
    converted = 0;
    converting = false;
  }

  @Override
  void written(int register, int word) {
    if (register == 1) {
      configuration = word & ~START;
      if ((word & START) != 0 && !converting) {
        converting = true;
        doneNanos = clock.nanos() + CONVERSION_NANOS;
      }
    }
  }

  @Override
  int value(int register) {
    if (converting && clock.nanos() >= doneNanos) {
      converting = false;
      converted = convert();
    }
    return switch (register) {
      case 0 -> converted;
      case 1 -> configuration | (converting ? 0 : START);
      default -> 0;
    };
  }

  private int convert() {
    double scale = SCALES[configuration >> 9 & 0b111];
    int input = configuration >> 12 & 0b11;
    double counts = around.inputVolts(input) / scale * 32_768;
    return Math.clamp(Math.round(counts), -32_768, 32_767);
  }
}
