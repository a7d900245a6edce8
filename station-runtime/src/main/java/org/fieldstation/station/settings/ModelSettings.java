package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What names the sounds.
 *
 * @param pack a model pack or a known model file, relative to the configuration file; the bundled
 *     one when absent
 * @param minimumScore one threshold for all labels, in place of the pack's own
 */
public record ModelSettings(Optional<Path> pack, Optional<Double> minimumScore) {
  public ModelSettings {
    if (minimumScore.isPresent() && !(minimumScore.get() >= 0 && minimumScore.get() <= 1)) {
      throw new IllegalArgumentException(
          "minimum-score must be between 0 and 1, was " + minimumScore.get());
    }
  }
}
