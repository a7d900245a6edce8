package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/**
 * A BME280, or a BMP280, as the bus sees it (Bosch BST-BME280-DS002): calibration words, and raw
 * values that the driver has to compensate. The raw values are found by turning the datasheet's
 * floating point formulas (section 8.1) round, which the driver does not use: so each checks the
 * other.
 */
public final class VirtualBme280 extends Registers {
  private static final int ID = 0xD0;
  private static final int RESET = 0xE0;
  private static final int CTRL_HUM = 0xF2;
  private static final int STATUS = 0xF3;
  private static final int CTRL_MEAS = 0xF4;
  private static final int DATA = 0xF7;
  private static final int MEASURING = 0x08;
  private static final long MEASURING_NANOS = 8_000_000; // section 9.1, typical
  private static final int T1 = 27_504;
  private static final int T2 = 26_435;
  private static final int T3 = -1_000;
  private static final int[] P = {36_477, -10_685, 3_024, 2_855, 140, -7, 15_500, -14_600, 6_000};
  private static final int H1 = 75;
  private static final int H2 = 370;
  private static final int H3 = 0;
  private static final int H4 = 301;
  private static final int H5 = 50;
  private static final int H6 = 30;

  private final boolean humid;
  private final Surroundings around;
  private final StationClock clock;
  private long doneNanos = Long.MIN_VALUE;

  private VirtualBme280(boolean humid, Surroundings around, StationClock clock) {
    this.humid = humid;
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  public static VirtualBme280 bme280(Surroundings around, StationClock clock) {
    return new VirtualBme280(true, around, clock);
  }

  public static VirtualBme280 bmp280(Surroundings around, StationClock clock) {
    return new VirtualBme280(false, around, clock);
  }

  @Override
  public void powerUp() {
    clear();
    put(ID, humid ? 0x60 : 0x58);
    putLow(0x88, T1);
    putLow(0x8A, T2);
    putLow(0x8C, T3);
    for (int i = 0; i < P.length; i++) {
      putLow(0x8E + 2 * i, P[i]);
    }
    if (humid) {
      put(0xA1, H1);
      putLow(0xE1, H2);
      put(0xE3, H3);
      put(0xE4, H4 >> 4);
      put(0xE5, (H4 & 0xF) | (H5 & 0xF) << 4);
      put(0xE6, H5 >> 4);
      put(0xE7, H6);
    }
    put20(DATA, 0x80000);
    put20(DATA + 3, 0x80000);
    put16(DATA + 6, 0x8000);
    doneNanos = Long.MIN_VALUE;
  }

  /** Section 6.2.2: a write carries pairs of address and value. */
  @Override
  public void write(byte... bytes) {
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      super.write(bytes[i], bytes[i + 1]);
    }
    if (bytes.length % 2 == 1) {
      super.write(bytes[bytes.length - 1]);
    }
  }

  @Override
  void written(int register, byte value) {
    if (register == RESET && value == (byte) 0xB6) {
      powerUp();
    } else if (register >= CTRL_HUM && register <= 0xF5 && register != STATUS) {
      put(register, value);
      if (register == CTRL_MEAS && (value & 0b11) == 0b01) {
        doneNanos = clock.nanos() + MEASURING_NANOS;
        put(STATUS, MEASURING);
      }
    }
  }

  /** A forced measurement ends in sleep, with its values in the registers (section 3.3.3). */
  @Override
  void refresh() {
    if ((get(STATUS) & MEASURING) == 0 || clock.nanos() < doneNanos) {
      return;
    }
    put(STATUS, 0);
    double celsius = around.temperature();
    put20(DATA + 3, Inverse.counts(0x100000, raw -> fine(raw) / 5_120, celsius, true));
    double fine = celsius * 5_120;
    put20(DATA, Inverse.counts(0x100000, raw -> pressure(raw, fine), around.pressure(), false));
    if (humid && (get(CTRL_HUM) & 0b111) != 0) {
      put16(DATA + 6, Inverse.counts(0x10000, raw -> humidity(raw, fine), around.humidity(), true));
    }
    put(CTRL_MEAS, get(CTRL_MEAS) & ~0b11);
  }

  private static double fine(double raw) {
    double a = (raw / 16_384 - T1 / 1_024.0) * T2;
    double b = raw / 131_072 - T1 / 8_192.0;
    return a + b * b * T3;
  }

  private static double pressure(double raw, double fine) {
    double a = fine / 2 - 64_000;
    double b = a * a * P[5] / 32_768 + a * P[4] * 2;
    b = b / 4 + P[3] * 65_536.0;
    double c = (1 + (P[2] * a * a / 524_288 + P[1] * a) / 524_288 / 32_768) * P[0];
    double p = (1_048_576 - raw - b / 4_096) * 6_250 / c;
    return p + (P[8] * p * p / 2_147_483_648.0 + p * P[7] / 32_768 + P[6]) / 16;
  }

  private static double humidity(double raw, double fine) {
    double a = fine - 76_800;
    double h =
        (raw - (H4 * 64.0 + H5 / 16_384.0 * a))
            * (H2 / 65_536.0 * (1 + H6 / 67_108_864.0 * a * (1 + H3 / 67_108_864.0 * a)));
    return h * (1 - H1 * h / 524_288);
  }

  private void put20(int register, int value) {
    put(register, value >> 12);
    put(register + 1, value >> 4);
    put(register + 2, value << 4);
  }

  private void put16(int register, int value) {
    put(register, value >> 8);
    put(register + 1, value);
  }
}
