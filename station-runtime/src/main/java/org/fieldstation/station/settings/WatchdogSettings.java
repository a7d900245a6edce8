package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * The board's hardware watchdog: it resets the board when the station has stopped getting on.
 *
 * @param device usually {@code /dev/watchdog0}
 * @param timeoutS seconds it waits for a sign of life; a Raspberry Pi's allows at most 15
 */
public record WatchdogSettings(String device, Optional<Integer> timeoutS) {
  private static final int TIMEOUT_SECONDS = 15;

  public WatchdogSettings {
    if (timeoutS.orElse(TIMEOUT_SECONDS) < 4 || timeoutS.orElse(TIMEOUT_SECONDS) > 600) {
      throw new IllegalArgumentException("timeout-s must be between 4 and 600");
    }
  }

  public int timeoutSeconds() {
    return timeoutS.orElse(TIMEOUT_SECONDS);
  }
}
