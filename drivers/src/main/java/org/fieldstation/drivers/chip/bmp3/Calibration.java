package org.fieldstation.drivers.chip.bmp3;

/**
 * What the factory wrote into one chip, turned into floating point and into units (data sheet
 * BST-BMP388-DS001, sections 3.11 and 9.1; the BMP390's are the same).
 */
record Calibration(Temperature t, Pressure p) {
  static final int BYTES = 21;

  record Temperature(double t1, double t2, double t3) {}

  record Pressure(
      double p1,
      double p2,
      double p3,
      double p4,
      double p5,
      double p6,
      double p7,
      double p8,
      double p9,
      double p10,
      double p11) {}

  /** Registers 0x31 to 0x45. */
  static Calibration of(byte[] r) {
    return new Calibration(
        new Temperature(scaled(u16(r, 0), 8), scaled(u16(r, 2), -30), scaled(r[4], -48)),
        new Pressure(
            scaled(s16(r, 5) - (1 << 14), -20),
            scaled(s16(r, 7) - (1 << 14), -29),
            scaled(r[9], -32),
            scaled(r[10], -37),
            scaled(u16(r, 11), 3),
            scaled(u16(r, 13), -6),
            scaled(r[15], -8),
            scaled(r[16], -15),
            scaled(s16(r, 17), -48),
            scaled(r[19], -48),
            scaled(r[20], -65)));
  }

  /** An erased or unreadable memory holds the same in all places. */
  boolean written() {
    return t.t1() != 0 && t.t1() != scaled(0xFFFF, 8);
  }

  /** Section 9.2: the temperature in Cel. */
  double celsius(int adc) {
    double offset = adc - t.t1();
    return offset * t.t2() + offset * offset * t.t3();
  }

  /** Section 9.3: the pressure in Pa, at that temperature. */
  double pascal(int adc, double celsius) {
    double c2 = celsius * celsius;
    double c3 = c2 * celsius;
    double offset = p.p5() + p.p6() * celsius + p.p7() * c2 + p.p8() * c3;
    double slope = p.p1() + p.p2() * celsius + p.p3() * c2 + p.p4() * c3;
    double a = adc;
    return offset + a * slope + a * a * (p.p9() + p.p10() * celsius) + a * a * a * p.p11();
  }

  private static double scaled(int value, int exponent) {
    return Math.scalb((double) value, exponent);
  }

  private static int u16(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
  }

  private static int s16(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) | bytes[at + 1] << 8;
  }
}
