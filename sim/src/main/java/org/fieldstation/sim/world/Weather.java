package org.fieldstation.sim.world;

import java.time.Duration;

/**
 * The weather of the made-up world, as a function of the time since it began: cool nights, mild
 * days, a front now and then. The same seed, the same weather.
 */
public record Weather(long seed) {
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final double MEAN_SHOWER = 4; // mm a day

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

  /** CO2 in ppm: what the wood breathes out at night stays below the crowns. */
  public double carbonDioxide(double t) {
    return 430 - 25 * daily(t, 9) + 10 * slow(t, 2.9);
  }

  /** Particles up to 2.5 um, in ug/m3. */
  public double dust(double t) {
    return 14 + 8 * slow(t, 1.9);
  }

  /** Wind speed in m/s: more by day, in gusts. */
  public double windSpeed(double t) {
    double gust = Math.sin(2 * Math.PI * t / 37) * Math.sin(2 * Math.PI * t / 53);
    return Math.max(0, 2.5 + 1.5 * daily(t, 8) + slow(t, 4.3) + 0.8 * gust);
  }

  /** Where the wind comes from, in degrees from north. */
  public double windDirection(double t) {
    double degrees = 225 + 60 * slow(t, 3.7) + 10 * Math.sin(2 * Math.PI * t / 97);
    return (degrees % 360 + 360) % 360;
  }

  /** Rain since the world began, in mm: a shower some afternoons. */
  public double rainSum(double t) {
    long day = (long) Math.floor(t / DAY);
    double hour = (t - day * DAY) / 3_600;
    double part = Math.clamp((hour - 15) / 0.5, 0.0, 1.0);
    return MEAN_SHOWER * (day - day % 3) + showers(day) + part * shower(day);
  }

  /** The sum of the showers of the days before that one, from the last multiple of three on. */
  private double showers(long day) {
    double sum = 0;
    for (long it = day - day % 3; it < day; it++) {
      sum += shower(it);
    }
    return sum;
  }

  /** In mm: of three days one is dry and two bring rain, three times the mean together. */
  private double shower(long day) {
    double first = 1 + (seed * 31 + day / 3) % 7;
    return switch ((int) (day % 3)) {
      case 0 -> first;
      case 1 -> 0;
      default -> 3 * MEAN_SHOWER - first;
    };
  }

  /** What a probe in the soil gives, in V: less in wet soil. */
  public double soilVolts(double t) {
    return 1.9 + 0.3 * slow(t, 9.1);
  }

  /** The station's supply in V. */
  public double supplyVolts(double t) {
    return 12.8 + 0.6 * daily(t, 8);
  }

  /** The battery's charge, 0 to 100. */
  public double chargePercent(double t) {
    return 75 + 15 * daily(t, 10);
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
