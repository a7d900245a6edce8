package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/**
 * A TSL2591 as the bus sees it (ams TSL2591), in light with a fifth of it infrared, at an
 * integration time of 100 ms.
 */
public final class VirtualTsl2591 extends Registers {
  private static final int ENABLE = 0x00;
  private static final int CONTROL = 0x01;
  private static final int ID = 0x12;
  private static final int STATUS = 0x13;
  private static final int DATA = 0x14;
  private static final int MEASURING = 0b11;
  private static final int MOST_COUNTS = 36_863;
  private static final int COMMAND = 0xA0;
  private static final long INTEGRATION_NANOS = 108_000_000;
  private static final double[] GAINS = {1, 25, 428, 9_876};
  private static final double FACTOR = 408;
  private static final double INFRARED = 0.2;

  private final Surroundings around;
  private final StationClock clock;
  private long doneNanos = Long.MAX_VALUE;

  public VirtualTsl2591(Surroundings around, StationClock clock) {
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  @Override
  public void powerUp() {
    clear();
    put(ID, 0x50);
    doneNanos = Long.MAX_VALUE;
  }

  @Override
  int pointer(byte first) {
    return first & 0x1F; // below it are the command and transaction bits
  }

  @Override
  public void write(byte... bytes) {
    if (bytes.length > 0 && (bytes[0] & 0xE0) == COMMAND) {
      super.write(bytes);
    }
  }

  @Override
  void written(int register, byte value) {
    if (register != ENABLE && register != CONTROL) {
      return;
    }
    put(register, value);
    boolean measures = (get(ENABLE) & MEASURING) == MEASURING;
    if (register == ENABLE) {
      put(STATUS, 0);
      doneNanos = measures ? clock.nanos() + INTEGRATION_NANOS : Long.MAX_VALUE;
    }
  }

  @Override
  void refresh() {
    if (clock.nanos() < doneNanos) {
      return;
    }
    doneNanos = Long.MAX_VALUE;
    double gain = GAINS[get(CONTROL) >> 4 & 0b11];
    double visible = (1 - INFRARED) * (1 - INFRARED);
    double full = around.illuminance() * 100 * gain / FACTOR / visible;
    putLow(DATA, (int) Math.min(MOST_COUNTS, Math.round(full)));
    putLow(DATA + 2, (int) Math.min(MOST_COUNTS, Math.round(full * INFRARED)));
    put(STATUS, 1);
  }
}
