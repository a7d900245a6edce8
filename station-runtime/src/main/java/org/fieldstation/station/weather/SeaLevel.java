package org.fieldstation.station.weather;

import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;
import static org.fieldstation.drivers.Quantity.SEA_LEVEL_PRESSURE_QFF;
import static org.fieldstation.drivers.Quantity.SEA_LEVEL_PRESSURE_QNH;

import java.util.ArrayList;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.weather.Air;

/**
 * Adds the pressure at sea level to a sample of the pressure here. The pressure here stays beside
 * it, because it is what was measured; which formula was used is in the quantity's name.
 *
 * @param altitudeMetres of the sensor above mean sea level; empty where nobody knows it
 */
public record SeaLevel(OptionalDouble altitudeMetres) {

  /** Higher up there is too much air that is not there (WMO-No. 8, part I, 3.11). */
  private static final double HIGHEST_FOR_QFF = 750;

  /** The sample with what follows from it. */
  public Sample add(Sample sample) {
    var here = sample.value(AIR_PRESSURE);
    if (altitudeMetres.isEmpty() || here.isEmpty()) {
      return sample;
    }
    double altitude = altitudeMetres.getAsDouble();
    var readings = new ArrayList<Reading>(sample.readings());
    readings.add(new Reading(SEA_LEVEL_PRESSURE_QNH, Air.qnhPascal(here.getAsDouble(), altitude)));
    var celsius = sample.value(AIR_TEMPERATURE);
    var humidity = sample.value(RELATIVE_HUMIDITY);
    if (altitude < HIGHEST_FOR_QFF && celsius.isPresent() && humidity.isPresent()) {
      readings.add(
          new Reading(
              SEA_LEVEL_PRESSURE_QFF,
              Air.qffPascal(
                  here.getAsDouble(), altitude, celsius.getAsDouble(), humidity.getAsDouble())));
    }
    return new Sample(readings, sample.faults());
  }
}
