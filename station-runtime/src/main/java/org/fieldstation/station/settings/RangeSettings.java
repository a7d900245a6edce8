package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which species live here, and when: a list with months, or a model that knows from the position.
 *
 * @param speciesList file of scientific names and months, relative to the configuration file
 * @param pack range pack: a path, or a name on the shelf
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param leastScore expectation below which a species is doubted; 0.03 when absent
 */
public record RangeSettings(
    Optional<Path> speciesList,
    Optional<Path> pack,
    Optional<Double> latitude,
    Optional<Double> longitude,
    Optional<Double> leastScore) {
  private static final double LEAST_SCORE = 0.03;

  public RangeSettings {
    if (speciesList.isPresent() == pack.isPresent()) {
      throw new IllegalArgumentException("range needs either species-list or pack, and not both");
    }
    if (pack.isPresent() != (latitude.isPresent() && longitude.isPresent())
        || latitude.isPresent() != longitude.isPresent()
        || (leastScore.isPresent() && pack.isEmpty())) {
      throw new IllegalArgumentException(
          "latitude and longitude go with a range pack, and least-score has no effect without one");
    }
    between("latitude", latitude, -90, 90);
    between("longitude", longitude, -180, 180);
    between("least-score", leastScore, 0, 1);
  }

  public double leastScoreOrDefault() {
    return leastScore.orElse(LEAST_SCORE);
  }

  private static void between(String key, Optional<Double> value, double least, double most) {
    if (value.isPresent() && !(value.get() >= least && value.get() <= most)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(key, least, most, value.get()));
    }
  }
}
