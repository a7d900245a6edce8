package org.fieldstation.drivers.chip.bme280;

import org.jspecify.annotations.Nullable;

/**
 * What the factory wrote into one chip (data sheet BST-BME280-DS002, table 16; the first two rows
 * are the same in BST-BMP280-DS001, table 17).
 *
 * @param h the humidity's words; null in a BMP280, which has none
 */
record Calibration(Temperature t, Pressure p, @Nullable Humidity h) {

  record Temperature(int t1, int t2, int t3) {}

  record Pressure(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9) {}

  record Humidity(int h1, int h2, int h3, int h4, int h5, int h6) {}

  /** The words for temperature and pressure: registers 0x88 to 0xA1. */
  static Calibration of(byte[] from88, @Nullable Humidity humidity) {
    return new Calibration(
        new Temperature(u16(from88, 0), s16(from88, 2), s16(from88, 4)),
        new Pressure(
            u16(from88, 6),
            s16(from88, 8),
            s16(from88, 10),
            s16(from88, 12),
            s16(from88, 14),
            s16(from88, 16),
            s16(from88, 18),
            s16(from88, 20),
            s16(from88, 22)),
        humidity);
  }

  /**
   * The words for humidity: register 0xA1 and registers 0xE1 to 0xE7. H4 and H5 are 12 bits with a
   * sign and share register 0xE5, so each takes its sign from the byte that holds its upper bits.
   */
  static Humidity humidity(byte[] from88, byte[] fromE1) {
    return new Humidity(
        u8(from88, 25),
        s16(fromE1, 0),
        u8(fromE1, 2),
        fromE1[3] << 4 | (fromE1[4] & 0x0F),
        fromE1[5] << 4 | u8(fromE1, 4) >> 4,
        fromE1[6]);
  }

  /** T1 and P1 are unsigned and never 0 in a chip that came out of the factory. */
  boolean written() {
    return t.t1() != 0 && t.t1() != 0xFFFF && p.p1() != 0 && p.p1() != 0xFFFF;
  }

  private static int u8(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]);
  }

  private static int u16(byte[] bytes, int at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
  }

  private static int s16(byte[] bytes, int at) {
    return u8(bytes, at) | bytes[at + 1] << 8;
  }
}
