package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model that names the sounds.
 *
 * @param name what this station calls it; {@code model} when absent
 * @param pack a model pack or a known model file, relative to the configuration file, or the name
 *     of an installed pack; the bundled one when absent
 * @param minimumScore one threshold for all labels, in place of the pack's own
 * @param threads how many may work on one window; 1 when absent
 * @param microphones which it hears, by their names; all when absent
 */
public record ModelSettings(
    Optional<String> name,
    Optional<Path> pack,
    Optional<Double> minimumScore,
    Optional<Integer> threads,
    Optional<List<String>> microphones) {
  private static final String NAME = "model";

  /** The pack that comes with the station. */
  public static final ModelSettings BUNDLED =
      new ModelSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public ModelSettings {
    if (name.isPresent() && !name.get().matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException(
          "name must be 1 to 32 lower-case letters, digits and dashes, was \"" + name.get() + "\"");
    }
    if (minimumScore.isPresent() && !(minimumScore.get() >= 0 && minimumScore.get() <= 1)) {
      throw new IllegalArgumentException(
          "minimum-score must be between 0 and 1, was " + minimumScore.get());
    }
    if (threads.orElse(1) < 1 || threads.orElse(1) > 16) {
      throw new IllegalArgumentException("threads must be from 1 to 16");
    }
  }

  public String nameOrDefault() {
    return name.orElse(NAME);
  }

  /** Whether it is to hear that microphone. */
  public boolean hears(MicrophoneSettings microphone) {
    return microphones.map(names -> names.contains(microphone.sensor())).orElse(true);
  }

  public int threadsOrDefault() {
    return threads.orElse(1);
  }
}
