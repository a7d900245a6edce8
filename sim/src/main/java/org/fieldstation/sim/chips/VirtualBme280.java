package org.fieldstation.sim.chips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.fieldstation.drivers.wires.I2cWires;

/**
 * A BME280 as the bus sees it (Bosch BST-BME280-DS002): 256 registers, an address pointer that
 * counts up, calibration words, and raw values that the driver has to compensate. The raw values
 * are found by turning the datasheet's floating point formulas (section 8.1) round, which the
 * driver does not use: so each checks the other.
 */
public final class VirtualBme280 implements I2cWires {
  private static final int ID = 0xD0;
  private static final int RESET = 0xE0;
  private static final int CTRL_MEAS = 0xF4;
  private static final int DATA = 0xF7;
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

  private final String name;
  private final Air air;
  private final byte[] registers = new byte[256];
  private int pointer;

  public VirtualBme280(String name, Air air) {
    this.name = name;
    this.air = air;
    powerOn();
  }

  private void powerOn() {
    Arrays.fill(registers, (byte) 0);
    registers[ID] = 0x60;
    var words = ByteBuffer.wrap(registers).order(ByteOrder.LITTLE_ENDIAN);
    words.putShort(0x88, (short) T1).putShort(0x8A, (short) T2).putShort(0x8C, (short) T3);
    for (int i = 0; i < P.length; i++) {
      words.putShort(0x8E + 2 * i, (short) P[i]);
    }
    registers[0xA1] = (byte) H1;
    words.putShort(0xE1, (short) H2);
    registers[0xE3] = (byte) H3;
    registers[0xE4] = (byte) (H4 >> 4);
    registers[0xE5] = (byte) ((H4 & 0xF) | (H5 & 0xF) << 4);
    registers[0xE6] = (byte) (H5 >> 4);
    registers[0xE7] = (byte) H6;
    put20(DATA, 0x80000);
    put20(DATA + 3, 0x80000);
    put16(DATA + 6, 0x8000);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(byte... bytes) {
    pointer = Byte.toUnsignedInt(bytes[0]);
    // Section 6.2.2: a write carries pairs of address and value.
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      set(Byte.toUnsignedInt(bytes[i]), bytes[i + 1]);
    }
  }

  private void set(int register, byte value) {
    if (register == RESET && value == (byte) 0xB6) {
      powerOn();
    } else {
      registers[register] = value;
      if (register == CTRL_MEAS && (value & 0b11) == 0b01) {
        measure();
        registers[CTRL_MEAS] &= (byte) ~0b11; // forced mode ends in sleep
      }
    }
  }

  private void measure() {
    put20(DATA + 3, solve(0x100000, raw -> fine(raw) / 5_120, air.temperature(), true));
    double fine = air.temperature() * 5_120;
    put20(DATA, solve(0x100000, raw -> pressure(raw, fine), air.pressure(), false));
    put16(DATA + 6, solve(0x10000, raw -> humidity(raw, fine), air.humidity(), true));
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

  /** The raw value whose compensation is nearest below the wanted one; both go only one way. */
  private static int solve(int range, DoubleUnaryOperator value, double wanted, boolean rising) {
    int low = 0;
    int high = range - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean below = value.applyAsDouble(middle) <= wanted;
      if (below == rising) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void put20(int register, int value) {
    registers[register] = (byte) (value >> 12);
    registers[register + 1] = (byte) (value >> 4);
    registers[register + 2] = (byte) (value << 4);
  }

  private void put16(int register, int value) {
    registers[register] = (byte) (value >> 8);
    registers[register + 1] = (byte) value;
  }

  @Override
  public byte[] read(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = registers[pointer++ & 0xFF];
    }
    return bytes;
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    write(bytes);
    return read(length);
  }
}
