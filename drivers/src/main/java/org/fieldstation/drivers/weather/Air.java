package org.fieldstation.drivers.weather;

/** Quantities of the air that are calculated, each by the formula its name says. */
public final class Air {
  private static final double KELVIN = 273.15;
  private static final double GAS_CONSTANT_DRY_AIR = 287.05; // J/(kg K)
  private static final double GRAVITY = 9.80665; // m/s2
  private static final double LAPSE_RATE = 0.0065; // K/m
  private static final double STANDARD_SEA_LEVEL_PASCAL = 101_325;
  private static final double ALTIMETER_KELVIN = 288;
  private static final double ALTIMETER_EXPONENT = 0.190284;

  /** Hypsometric lowering of 1 K per hectopascal of vapour (WMO-No. 8, part I, 3.11). */
  private static final double KELVIN_PER_VAPOUR_PASCAL = 0.12 / 100;

  private Air() {}

  /** Vapour pressure of saturation over water, in Pa (WMO-No. 8, annex 4.B: Magnus). */
  public static double saturationPascal(double celsius) {
    return 611.2 * Math.exp(17.62 * celsius / (243.12 + celsius));
  }

  /** The same formula, turned around. */
  public static double dewPointCelsius(double celsius, double relativePercent) {
    if (!(relativePercent > 0)) {
      throw new IllegalArgumentException("air of 0 %RH has no dew point");
    }
    double x = Math.log(relativePercent / 100) + 17.62 * celsius / (243.12 + celsius);
    return 243.12 * x / (17.62 - x);
  }

  /**
   * QNH: what an altimeter is set to, so that it shows the station's height. The altimeter formula
   * of the US National Weather Service, without the 0.3 hPa by which it lowers a station to the
   * runway: the standard atmosphere alone, whatever the air is like.
   */
  public static double qnhPascal(double qfePascal, double heightMetres) {
    double lifted =
        Math.pow(STANDARD_SEA_LEVEL_PASCAL, ALTIMETER_EXPONENT)
            * LAPSE_RATE
            / ALTIMETER_KELVIN
            * heightMetres;
    return Math.pow(Math.pow(qfePascal, ALTIMETER_EXPONENT) + lifted, 1 / ALTIMETER_EXPONENT);
  }

  /**
   * QFF: the pressure that there would be at sea level under this air. The barometric formula of
   * WMO-No. 8, part I, 3.11.1, with the mean of a column that warms by 6.5 K/km downwards and holds
   * this vapour. Only for stations below 750 m: higher up the column is a fiction.
   */
  public static double qffPascal(
      double qfePascal, double heightMetres, double celsius, double relativePercent) {
    double vapour = saturationPascal(celsius) * relativePercent / 100;
    double mean =
        celsius + KELVIN + LAPSE_RATE * heightMetres / 2 + KELVIN_PER_VAPOUR_PASCAL * vapour;
    return qfePascal * Math.exp(GRAVITY * heightMetres / (GAS_CONSTANT_DRY_AIR * mean));
  }

  /** How warm it feels: the Canadian humidex of Masterton and Richardson (1979). */
  public static double humidexCelsius(double celsius, double relativePercent) {
    double dew = dewPointCelsius(celsius, relativePercent) + KELVIN;
    double hectopascal = 6.11 * Math.exp(5_417.753 * (1 / 273.16 - 1 / dew));
    return celsius + (hectopascal - 10) * 5 / 9;
  }
}
