package org.fieldstation.drivers.gnss;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where the receiver is, by its own word.
 *
 * @param mode 2 without altitude, 3 with it
 * @param latitude degrees, north is positive
 * @param longitude degrees, east is positive
 * @param altitudeMetres above mean sea level
 * @param geoidMetres mean sea level above the ellipsoid
 * @param metresPerSecond speed over ground
 * @param hdop horizontal dilution of precision
 */
public record Fix(
    int mode,
    double latitude,
    double longitude,
    OptionalDouble altitudeMetres,
    OptionalDouble geoidMetres,
    OptionalDouble metresPerSecond,
    OptionalDouble courseDegrees,
    OptionalDouble hdop,
    OptionalInt satellitesUsed) {}
