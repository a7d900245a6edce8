package org.fieldstation.station.settings;

import java.nio.file.Path;

/**
 * The station itself.
 *
 * @param name the station's name at every server, for instance {@code ailaoshan-007}
 * @param data folder for everything the station writes; relative to the configuration file
 */
public record StationSettings(String name, Path data) {
  public StationSettings {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 letters, digits, dots, dashes or underscores, was \""
              + name
              + "\"");
    }
  }
}
