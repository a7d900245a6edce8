package org.fieldstation.station.settings;

import java.util.Map;
import java.util.Optional;

/**
 * A weather sensor.
 *
 * @param name what this station calls it
 * @param hardware {@code linux}, or {@code sim} for virtual hardware; the board's when absent
 * @param chip what it is, for instance {@code bme280}
 * @param at where it is attached, for instance {@code i2c-1/0x76}
 * @param options what this kind of chip must be told, for instance {@code shunt-ohm}
 * @param everyS seconds from one reading to the next; 60 when absent
 */
public record SensorSettings(
    String name,
    Optional<String> hardware,
    String chip,
    String at,
    Optional<Map<String, Double>> options,
    Optional<Integer> everyS) {
  public SensorSettings {
    if (everyS.orElse(1) < 1 || everyS.orElse(1) > 86_400) {
      throw new IllegalArgumentException("every-s must be between 1 and 86400");
    }
  }
}
