package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * The acoustic measures that are taken beside the naming of sounds; none without this table.
 *
 * @param everyMin minutes of sound that one record stands for, 10 when absent
 * @param calibrationDb sound pressure level of what is full scale, in dB: what a 94 dB calibrator
 *     reads in dBFS, taken from 94. Levels are in dBFS when absent
 */
public record MeasuresSettings(Optional<Integer> everyMin, Optional<Double> calibrationDb) {
  public MeasuresSettings {
    if (everyMin.isPresent() && (everyMin.get() < 1 || everyMin.get() > 60)) {
      throw new IllegalArgumentException(
          "every-min must be between 1 and 60, was " + everyMin.get());
    }
    if (calibrationDb.isPresent() && !(calibrationDb.get() >= 60 && calibrationDb.get() <= 200)) {
      throw new IllegalArgumentException(
          "calibration-db must be between 60 and 200, was " + calibrationDb.get());
    }
  }
}
