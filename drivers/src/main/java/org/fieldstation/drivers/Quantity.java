package org.fieldstation.drivers;

/**
 * What a sensor measures, in the unit it is always given in. Units are those of SenML (RFC 8428,
 * and RFC 8798 for mm, mm/h, ppm and ug/m3).
 */
public enum Quantity {
  AIR_TEMPERATURE("Cel"),
  RELATIVE_HUMIDITY("%RH"),
  /** Of the air at the station, never reduced to sea level: QFE. */
  AIR_PRESSURE("Pa"),
  /** Reduced to sea level under the air as it is: QFF, the formula of WMO-No. 8, I, 3.11.1. */
  SEA_LEVEL_PRESSURE_QFF("Pa"),
  /** Reduced to sea level by the standard atmosphere: QNH, the altimeter formula. */
  SEA_LEVEL_PRESSURE_QNH("Pa"),
  ILLUMINANCE("lx"),
  /** Fallen since the gauge was installed; only grows. */
  RAIN("mm"),
  RAIN_RATE("mm/h"),
  WIND_SPEED("m/s"),
  /** Length of the mean of the wind as vectors; much less than the speed when it turns. */
  WIND_VECTOR_SPEED("m/s"),
  /** The largest mean of any three seconds. */
  WIND_GUST("m/s"),
  /** Where the wind comes from, clockwise from true north; 360 is north, 0 is calm. */
  WIND_DIRECTION("deg"),
  /** Between the probe's own dry and wet points; not a volume of water unless calibrated so. */
  SOIL_WETNESS("%"),
  CO2("ppm"),
  PM1("ug/m3"),
  PM2_5("ug/m3"),
  PM10("ug/m3"),
  VOLTAGE("V"),
  /** Positive flows from the supply to the load. */
  CURRENT("A"),
  POWER("W"),
  CHARGE("%EL"),
  /** Part of a full battery gained each second; negative while it empties. */
  CHARGE_RATE("1/s"),
  LATITUDE("lat"),
  LONGITUDE("lon"),
  /** Above mean sea level. */
  ALTITUDE("m"),
  /** Of the chip itself: says how hot the box is, and nothing about the air. */
  CHIP_TEMPERATURE("Cel");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /** The SenML unit. */
  public String unit() {
    return unit;
  }
}
