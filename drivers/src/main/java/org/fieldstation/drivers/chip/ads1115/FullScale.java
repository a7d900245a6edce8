package org.fieldstation.drivers.chip.ads1115;

/** The largest voltage the converter tells, above and below zero (SBAS444, table 8, PGA). */
public enum FullScale {
  V6_144(6.144, 0),
  V4_096(4.096, 1),
  V2_048(2.048, 2),
  V1_024(1.024, 3),
  V0_512(0.512, 4),
  V0_256(0.256, 5);

  private final double volts;
  private final int code;

  FullScale(double volts, int code) {
    this.volts = volts;
    this.code = code;
  }

  /** Sixteen bits with a sign over the whole scale. */
  double volts(int counts) {
    return counts * volts / 32_768;
  }

  int bits() {
    return code << 9;
  }
}
