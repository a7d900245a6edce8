package org.fieldstation.station.weather;

import java.time.Duration;

/**
 * How often a sensor is read for one record of it. WMO-No. 8 asks for the mean of a minute of
 * temperature, humidity and pressure, from samples at most 10 s apart.
 *
 * @param every from one sample to the next
 * @param samples of them make a record
 */
public record Pace(Duration every, int samples) {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final int MOST_SAMPLES = 60;

  /** The pace for a record every so often. */
  public static Pace forRecordsEvery(Duration record) {
    int samples = Math.clamp(record.toSeconds() / USUAL.toSeconds(), 1, MOST_SAMPLES);
    return new Pace(record.dividedBy(samples), samples);
  }
}
