package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/** An SHT3x as the bus sees it (Sensirion SHT3x-DIS, section 4). */
public final class VirtualSht3x extends Commands {
  private static final int SOFT_RESET = 0x30A2;
  private static final int READ_STATUS = 0xF32D;
  private static final int SINGLE_SHOT = 0x2400;
  private static final int AFTER_RESET = 0x8010; // table 18: an alert is pending, a reset was seen

  private final Surroundings around;

  public VirtualSht3x(Surroundings around, StationClock clock) {
    super(clock);
    this.around = around;
  }

  @Override
  public void write(byte... bytes) {
    noAnswer();
    if (bytes.length != 2) {
      return;
    }
    switch (Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1])) {
      case SOFT_RESET -> powerUp();
      case READ_STATUS -> answer(0, AFTER_RESET);
      case SINGLE_SHOT ->
          answer(
              15, ratio((around.temperature() + 45) / 175), ratio(around.humidity() / 100)); // 4.13
      default -> {}
    }
  }

  @Override
  public void powerUp() {
    noAnswer();
  }
}
