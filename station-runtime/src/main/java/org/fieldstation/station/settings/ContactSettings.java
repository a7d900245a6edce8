package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * A contact or detector on a pin.
 *
 * @param name what this station calls it
 * @param use what it is for
 * @param at its pin, for instance {@code pin11} or {@code gpio17}
 * @param active {@code low} or {@code high}: its level while it is closed, pressed or moved; low
 *     when absent, high for motion
 */
public record ContactSettings(String name, Use use, String at, Optional<Active> active) {

  /** What a contact is for. */
  public enum Use {
    /** Closed while the box is shut: its opening is an alert. */
    TAMPER,
    /** Pressed, it stops the station in good order. */
    SHUTDOWN,
    /** A passive infrared detector: something warm moves. */
    MOTION
  }

  /** The level at which a contact counts as active. */
  public enum Active {
    LOW,
    HIGH
  }

  /** The level at which it is active. */
  public Active activeLevel() {
    return active.orElse(use == Use.MOTION ? Active.HIGH : Active.LOW);
  }
}
