package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * A switch for the power of a device, on as long as the station runs.
 *
 * @param name {@code modem} or {@code microphone}: what it powers
 * @param at its pin
 * @param active {@code high} or {@code low}: the level that means on; high when absent
 */
public record OutletSettings(Powers name, String at, Optional<ContactSettings.Active> active) {

  /** Whether a high level means on. */
  public boolean isActiveHigh() {
    return active.orElse(ContactSettings.Active.HIGH) == ContactSettings.Active.HIGH;
  }

  /** What a switch powers. */
  public enum Powers {
    MODEM,
    MICROPHONE
  }
}
