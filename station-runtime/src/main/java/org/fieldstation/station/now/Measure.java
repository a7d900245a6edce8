package org.fieldstation.station.now;

import java.time.Instant;
import org.fieldstation.drivers.Quantity;

/**
 * The last value of one quantity of one sensor.
 *
 * @param least of all values since the start or the last reset
 * @param most of the same
 */
public record Measure(
    String sensor, Quantity quantity, double value, Instant at, double least, double most) {

  Measure next(double now, Instant when) {
    return new Measure(sensor, quantity, now, when, Math.min(least, now), Math.max(most, now));
  }

  Measure reset() {
    return new Measure(sensor, quantity, value, at, value, value);
  }
}
