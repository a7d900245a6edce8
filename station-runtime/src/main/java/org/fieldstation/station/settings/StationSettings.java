package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The station itself.
 *
 * @param name the station's name at every server, for instance {@code ailaoshan-007}
 * @param data folder for everything the station writes; relative to the configuration file
 * @param trialMin minutes in which a server that wrote a configuration must be reached under it, or
 *     the old one returns; 15 when absent
 */
public record StationSettings(String name, Path data, Optional<Integer> trialMin) {
  private static final int LEAST_TRIAL = 3;
  private static final int MOST_TRIAL = 10_080;

  public StationSettings {
    if (trialMin.orElse(LEAST_TRIAL) < LEAST_TRIAL || trialMin.orElse(LEAST_TRIAL) > MOST_TRIAL) {
      throw new IllegalArgumentException("trial-min must be between 3 and 10080");
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 letters, digits, dots, dashes or underscores, was \""
              + name
              + "\"");
    }
  }
}
