package org.fieldstation.drivers.chip.veml7700;

import java.time.Duration;

/** How sensitive the chip is made: gain and integration time (data sheet 84286, table 1). */
enum Range {
  /** Full sun: gain 1/8, 25 ms. */
  SUN(0b10 << 11 | 0b1100 << 6, 0.125, 25),
  /** Gain 1/8, 100 ms. */
  DAY(0b10 << 11, 0.125, 100),
  /** Gain 1, 100 ms. */
  DUSK(0, 1, 100),
  /** Gain 2, 800 ms. */
  NIGHT(0b01 << 11 | 0b0011 << 6, 2, 800);

  /** Of the most sensitive range: gain 2, 800 ms (data sheet, table of resolutions). */
  private static final double FINEST_LUX_PER_COUNT = 0.0036;

  private final int configuration;
  private final double gain;
  private final int milliseconds;

  Range(int configuration, double gain, int milliseconds) {
    this.configuration = configuration;
    this.gain = gain;
    this.milliseconds = milliseconds;
  }

  int configuration() {
    return configuration;
  }

  /** One integration time and some, because the chip's oscillator is not exact. */
  Duration measuringTime() {
    return Duration.ofMillis(milliseconds + milliseconds / 4 + 5);
  }

  /**
   * The light in lux. At gain 1/8 the chip is bent at the bright end, and the application note
   * (84323, figure 24) gives the polynomial that makes it straight.
   */
  double lux(int counts) {
    double linear = counts * FINEST_LUX_PER_COUNT * (2 / gain) * (800.0 / milliseconds);
    return gain < 1 ? straightened(linear) : linear;
  }

  private static double straightened(double x) {
    return (((6.0135e-13 * x - 9.3924e-9) * x + 8.1488e-5) * x + 1.0023) * x;
  }
}
