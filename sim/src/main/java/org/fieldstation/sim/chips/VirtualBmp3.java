package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/** A BMP388 or BMP390 as the bus sees it (Bosch BST-BMP388-DS001, sections 4 and 9). */
public final class VirtualBmp3 extends Registers {
  private static final int STATUS = 0x03;
  private static final int DATA = 0x04;
  private static final int PWR_CTRL = 0x1B;
  private static final int CMD = 0x7E;
  private static final int READY = 0b0111_0000;
  private static final int COMMAND_READY = 0b0001_0000;
  private static final int FORCED = 0b01_0000;
  private static final int MODE = 0b11_0000;
  private static final long MEASURING_NANOS = 4_900_000; // section 3.9.2

  // A chip that never was: the words are chosen so that each part of the formulas takes part.
  private static final int T1 = 27_000;
  private static final int T2 = 19_000;
  private static final int T3 = -7;
  private static final int P1 = 5_000;
  private static final int P2 = 16_000;
  private static final int P5 = 25_000;
  private static final int P6 = 900;

  private final int id;
  private final Surroundings around;
  private final StationClock clock;
  private long doneNanos;
  private boolean measuring;

  private VirtualBmp3(int id, Surroundings around, StationClock clock) {
    this.id = id;
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  public static VirtualBmp3 bmp388(Surroundings around, StationClock clock) {
    return new VirtualBmp3(0x50, around, clock);
  }

  public static VirtualBmp3 bmp390(Surroundings around, StationClock clock) {
    return new VirtualBmp3(0x60, around, clock);
  }

  @Override
  public void powerUp() {
    clear();
    measuring = false;
    put(0x00, id);
    put(STATUS, COMMAND_READY);
    put24(DATA, 0x800000);
    put24(DATA + 3, 0x800000);
    putLow(0x31, T1);
    putLow(0x33, T2);
    put(0x35, T3);
    putLow(0x36, P1);
    putLow(0x38, P2);
    putLow(0x3C, P5);
    putLow(0x3E, P6);
    putLow(0x42, 0);
  }

  @Override
  void written(int register, byte value) {
    if (register == CMD && value == (byte) 0xB6) {
      powerUp();
    } else if (register >= 0x15 && register <= 0x1F) {
      put(register, value);
      if (register == PWR_CTRL && (value & MODE) != 0) {
        measuring = (value & MODE) == FORCED;
        doneNanos = clock.nanos() + MEASURING_NANOS;
        put(STATUS, COMMAND_READY);
      }
    }
  }

  @Override
  void refresh() {
    if (!measuring || clock.nanos() < doneNanos) {
      return;
    }
    measuring = false;
    double celsius = around.temperature();
    put24(DATA + 3, Inverse.counts(1 << 24, VirtualBmp3::celsius, celsius, true));
    put24(DATA, Inverse.counts(1 << 24, raw -> pascal(raw, celsius), around.pressure(), false));
    put(STATUS, READY);
    put(PWR_CTRL, get(PWR_CTRL) & ~MODE);
  }

  private static double celsius(double raw) {
    double offset = raw - T1 * 256.0;
    return offset * T2 / 0x1p30 + offset * offset * T3 / 0x1p48;
  }

  private static double pascal(double raw, double celsius) {
    double slope = (P1 - 16_384) / 0x1p20 + (P2 - 16_384) / 0x1p29 * celsius;
    return P5 * 8.0 + P6 / 64.0 * celsius + raw * slope;
  }

  private void put24(int register, int value) {
    putLow(register, value);
    put(register + 2, value >> 16);
  }
}
