package org.fieldstation.station.settings;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.identify.Calibration;

/**
 * What is different for one label.
 *
 * @param name any of its names: its id, scientific, English or Chinese
 * @param threshold the score from which it is told, whatever the sensitivity
 * @param calibration slope and offset by which its score is bent, from checked detections
 */
public record LabelSettings(
    String name, Optional<Double> threshold, Optional<List<Double>> calibration) {
  public LabelSettings {
    if (threshold.isEmpty() && calibration.isEmpty()) {
      throw new IllegalArgumentException(
          "label \"" + name + "\" has neither threshold nor calibration, so it has no effect");
    }
    if (threshold.isPresent() && !(threshold.get() > 0 && threshold.get() <= 1)) {
      throw new IllegalArgumentException(
          "threshold must be above 0 and at most 1, was " + threshold.get());
    }
    calibration.ifPresent(LabelSettings::calibration);
  }

  /** The calibration, if there is one. */
  public Optional<Calibration> bend() {
    return calibration.map(LabelSettings::calibration);
  }

  private static Calibration calibration(List<Double> numbers) {
    if (numbers.size() != 2) {
      throw new IllegalArgumentException("calibration is two numbers, [slope, offset]");
    }
    return new Calibration(numbers.get(0), numbers.get(1));
  }
}
