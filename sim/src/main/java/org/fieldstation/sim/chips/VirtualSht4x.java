package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/** An SHT4x as the bus sees it (Sensirion SHT4x, section 4). */
public final class VirtualSht4x extends Commands {
  private static final int SOFT_RESET = 0x94;
  private static final int READ_SERIAL = 0x89;
  private static final int HIGH_PRECISION = 0xFD;
  private static final int SERIAL = 0x0F1E;

  private final Surroundings around;

  public VirtualSht4x(Surroundings around, StationClock clock) {
    super(clock);
    this.around = around;
  }

  @Override
  public void write(byte... bytes) {
    noAnswer();
    if (bytes.length != 1) {
      return;
    }
    switch (Byte.toUnsignedInt(bytes[0])) {
      case SOFT_RESET -> powerUp();
      case READ_SERIAL -> answer(0, SERIAL, SERIAL + 1);
      case HIGH_PRECISION ->
          answer(
              8.3,
              ratio((around.temperature() + 45) / 175),
              ratio((around.humidity() + 6) / 125)); // section 4.6
      default -> {}
    }
  }

  @Override
  public void powerUp() {
    noAnswer();
  }
}
