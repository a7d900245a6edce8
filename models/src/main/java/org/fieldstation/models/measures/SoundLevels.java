package org.fieldstation.models.measures;

import java.util.Arrays;

/**
 * Levels of a stretch of sound, in dB of full scale (a full-scale sine has -3.01).
 *
 * @param leq of the energy mean
 * @param l10 exceeded in a tenth of the time, by the level with time weighting F (125 ms)
 * @param l90 exceeded in nine tenths of the time: the background
 */
public record SoundLevels(Weighting weighting, double leq, double l10, double l90) {
  private static final double FAST_SECONDS = 0.125;
  private static final double FRAME_SECONDS = 0.05;

  /**
   * Measures a stretch of at least half a second.
   *
   * <p>The weighting is applied to spectra of frames of about 50 ms, the time weighting to the
   * powers of these frames, from the first frame's power on.
   */
  public static SoundLevels of(float[] sound, int rate, Weighting weighting) {
    int size = Integer.highestOneBit((int) (rate * FRAME_SECONDS));
    if (sound.length < rate / 2) {
      throw new IllegalArgumentException("a level needs at least half a second of sound");
    }
    var spectra = Spectra.of(sound, rate, size);
    var factors = new double[spectra.bins()];
    for (int k = 0; k < factors.length; k++) {
      factors[k] = weighting.factor(spectra.hertz(k));
    }
    var powers = spectra.frames().stream().mapToDouble(frame -> weighted(frame, factors)).toArray();
    double leq = Spectra.decibels(Arrays.stream(powers).average().orElse(0));
    var fast = fast(powers, size / 2.0 / rate);
    Arrays.sort(fast);
    return new SoundLevels(weighting, leq, exceeded(fast, 0.1), exceeded(fast, 0.9));
  }

  /** The plain level of all samples, the constant part left out; no frames, no weighting. */
  public static double leq(float[] sound) {
    double mean = Spectra.mean(sound);
    double squares = 0;
    for (float sample : sound) {
      squares += (sample - mean) * (sample - mean);
    }
    return Spectra.decibels(squares / Math.max(1, sound.length));
  }

  private static double weighted(double[] frame, double[] factors) {
    double power = 0;
    for (int k = 0; k < frame.length; k++) {
      power += frame[k] * factors[k];
    }
    return power;
  }

  private static double[] fast(double[] powers, double hopSeconds) {
    double gain = 1 - Math.exp(-hopSeconds / FAST_SECONDS);
    var levels = new double[powers.length];
    double power = powers[0];
    for (int i = 0; i < powers.length; i++) {
      power += gain * (powers[i] - power);
      levels[i] = Spectra.decibels(power);
    }
    return levels;
  }

  /** Linear between the two nearest, as percentiles usually are. */
  private static double exceeded(double[] sorted, double part) {
    double place = (1 - part) * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
