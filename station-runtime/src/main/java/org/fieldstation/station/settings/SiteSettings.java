package org.fieldstation.station.settings;

/**
 * Where the station stands.
 *
 * @param altitudeM of the barometer above mean sea level, in metres; the pressure at sea level is
 *     calculated with it
 */
public record SiteSettings(double altitudeM) {
  public SiteSettings {
    if (!(altitudeM >= -500 && altitudeM <= 9_000)) {
      throw new IllegalArgumentException("altitude-m must be between -500 and 9000");
    }
  }
}
