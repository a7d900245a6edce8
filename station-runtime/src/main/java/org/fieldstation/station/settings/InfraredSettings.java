package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * An infrared lamp beside the camera. It is never on by day.
 *
 * @param at its PWM output, or a pin that switches it
 * @param level part of its full light, above 0 to 1, for a PWM output; all of it when absent
 * @param lit {@code event}: while the detector of warm bodies feels something and until it has been
 *     quiet; {@code night}: as long as it is dark, which a camera needs that waits for motion in
 *     its pictures. Event when absent
 */
public record InfraredSettings(String at, Optional<Double> level, Optional<Lit> lit) {
  public InfraredSettings {
    if (!(level.orElse(1.0) > 0 && level.orElse(1.0) <= 1)) {
      throw new IllegalArgumentException("level must be above 0 and at most 1");
    }
  }

  /** When it is lit. */
  public Lit litOrDefault() {
    return lit.orElse(Lit.EVENT);
  }

  /** When an infrared lamp is lit. */
  public enum Lit {
    EVENT,
    NIGHT
  }
}
