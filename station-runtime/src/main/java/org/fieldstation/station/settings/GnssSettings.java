package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * A satellite receiver: it sets the station's clock and says where the station is.
 *
 * @param at its serial line, for instance {@code uart} or {@code /dev/serial/by-id/…}
 * @param baud 9600 when absent
 * @param everyS seconds from one record of the position to the next; 3600 when absent
 */
public record GnssSettings(String at, Optional<Integer> baud, Optional<Integer> everyS) {
  private static final int BAUD = 9_600;
  private static final int EVERY_SECONDS = 3_600;

  public GnssSettings {
    if (baud.orElse(BAUD) < 1_200 || baud.orElse(BAUD) > 921_600) {
      throw new IllegalArgumentException("baud must be between 1200 and 921600");
    }
    if (everyS.orElse(1) < 1 || everyS.orElse(1) > 86_400) {
      throw new IllegalArgumentException("every-s must be between 1 and 86400");
    }
  }

  public int baudRate() {
    return baud.orElse(BAUD);
  }

  public int everySeconds() {
    return everyS.orElse(EVERY_SECONDS);
  }
}
