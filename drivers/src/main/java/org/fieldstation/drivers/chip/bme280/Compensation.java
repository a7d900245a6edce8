package org.fieldstation.drivers.chip.bme280;

import org.fieldstation.drivers.chip.bme280.Calibration.Humidity;
import org.fieldstation.drivers.chip.bme280.Calibration.Pressure;
import org.fieldstation.drivers.chip.bme280.Calibration.Temperature;

/**
 * From raw counts to physical values, in the integers of data sheet BST-BME280-DS002, section
 * 4.2.3, so that the last digit is the one that the maker would get.
 */
final class Compensation {
  private Compensation() {}

  /** The temperature as the other two need it: 1/5120 Cel. */
  static int fineTemperature(int adc, Temperature c) {
    int coarse = (((adc >> 3) - (c.t1() << 1)) * c.t2()) >> 11;
    int offset = (adc >> 4) - c.t1();
    return coarse + ((((offset * offset) >> 12) * c.t3()) >> 14);
  }

  static double celsius(int fine) {
    return ((fine * 5 + 128) >> 8) / 100.0;
  }

  /** The pressure in Pa; negative when the calibration makes it undefined. */
  static double pascal(int adc, int fine, Pressure c) {
    long t = fine - 128_000L;
    long offset = t * t * c.p6();
    offset += (t * c.p5()) << 17;
    offset += (long) c.p4() << 35;
    long slope = ((t * t * c.p3()) >> 8) + ((t * c.p2()) << 12);
    slope = (((1L << 47) + slope) * c.p1()) >> 33;
    if (slope == 0) {
      return -1;
    }
    long p = 1_048_576L - adc;
    p = ((p << 31) - offset) * 3125 / slope;
    long square = (c.p9() * (p >> 13) * (p >> 13)) >> 25;
    long linear = (c.p8() * p) >> 19;
    p = ((p + square + linear) >> 8) + ((long) c.p7() << 4);
    return p / 256.0;
  }

  /** The relative humidity in percent, which the data sheet cuts at 0 and 100. */
  static double percent(int adc, int fine, Humidity c) {
    int t = fine - 76_800;
    int raw = ((adc << 14) - (c.h4() << 20) - c.h5() * t + 16_384) >> 15;
    int byHeat = (((t * c.h6()) >> 10) * (((t * c.h3()) >> 11) + 32_768)) >> 10;
    int v = raw * (((byHeat + 2_097_152) * c.h2() + 8_192) >> 14);
    v -= ((((v >> 15) * (v >> 15)) >> 7) * c.h1()) >> 4;
    return (Math.clamp(v, 0, 419_430_400) >> 12) / 1024.0;
  }
}
