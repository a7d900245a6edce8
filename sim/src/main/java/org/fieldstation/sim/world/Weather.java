package org.fieldstation.sim.world;

import java.time.Duration;

/**
 * The weather of the made-up world, as a function of the time since it began: cool nights, mild
 * days, a front now and then. The same seed, the same weather.
 */
public record Weather(long seed) {
  private static final double DAY = Duration.ofDays(1).toSeconds();

  /** Air temperature in degrees Celsius. */
  public double airTemperature(double t) {
    return 16 + 7 * daily(t, 9) + 2 * slow(t, 3.1);
  }

  /** Relative humidity in %RH. */
  public double relativeHumidity(double t) {
    return Math.clamp(70 - 18 * daily(t, 9) + 8 * slow(t, 2.3), 5, 100);
  }

  /** Air pressure at the station in Pa: it stands at about 2000 m. */
  public double airPressure(double t) {
    return 80_000 + 600 * slow(t, 5.7) + 60 * daily(t, 3);
  }

  /** Illuminance in lx, under trees: dark from six to six. */
  public double illuminance(double t) {
    return Math.max(0, daily(t, 6)) * 20_000 * (0.7 + 0.3 * slow(t, 0.8));
  }

  /** A wave of a day whose rise crosses zero at that hour. */
  private static double daily(double t, double hour) {
    return Math.sin(2 * Math.PI * (t / DAY - hour / 24));
  }

  /** Two waves of so many days that never quite meet, shifted by the seed. */
  private double slow(double t, double days) {
    double phase = (seed % 1_000) * 0.37;
    return 0.6 * Math.sin(2 * Math.PI * t / (days * DAY) + phase)
        + 0.4 * Math.sin(2 * Math.PI * t / (days * DAY * 0.381) + 2 * phase);
  }
}
