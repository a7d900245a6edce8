package org.fieldstation.models.measures;

/**
 * Levels of a stretch of sound, in dB of full scale (a full-scale sine has -3.01).
 *
 * @param leq of the energy mean
 * @param l10 exceeded in a tenth of the time, by the level with time weighting F (125 ms)
 * @param l90 exceeded in nine tenths of the time: the background
 * @param l99 exceeded in all but a hundredth of the time: what the microphone itself makes, on a
 *     quiet night
 */
public record SoundLevels(Weighting weighting, double leq, double l10, double l90, double l99) {

  /** Measures a stretch of at least half a second. */
  public static SoundLevels of(float[] sound, int rate, Weighting weighting) {
    if (sound.length < rate / 2) {
      throw new IllegalArgumentException("a level needs at least half a second of sound");
    }
    var meter = new Meter(rate, weighting);
    meter.add(sound);
    return meter.levels();
  }

  /** The plain level of all samples, the constant part left out; no frames, no weighting. */
  public static double leq(float[] sound) {
    double mean = Frames.mean(sound);
    double squares = 0;
    for (float sample : sound) {
      squares += (sample - mean) * (sample - mean);
    }
    return Frames.decibels(squares / Math.max(1, sound.length));
  }

  /**
   * Measures sound as it passes. The weighting is applied to spectra of frames of 25 to 50 ms, the
   * time weighting to the powers of these frames, from the first frame's power on.
   */
  static final class Meter {
    private static final double FAST_SECONDS = 0.125;
    private static final double FRAME_SECONDS = 0.05;

    private final Weighting weighting;
    private final int size;
    private final Frames frames;
    private final double[] factors;
    private final double gain;
    private final Histogram fast = new Histogram();
    private double fastPower;
    private double energy;
    private long count;

    Meter(int rate, Weighting weighting) {
      this.size = Integer.highestOneBit((int) (rate * FRAME_SECONDS));
      this.weighting = weighting;
      this.frames = new Frames(size, this::frame);
      this.factors = new double[size / 2 + 1];
      for (int k = 0; k < factors.length; k++) {
        factors[k] = weighting.factor((double) k * rate / size);
      }
      this.gain = 1 - Math.exp(-size / 2.0 / rate / FAST_SECONDS);
    }

    /** Samples in a frame; the next begins half of them later. */
    int size() {
      return size;
    }

    void add(float[] sound) {
      frames.add(sound);
    }

    void gap() {
      frames.gap();
    }

    SoundLevels levels() {
      return new SoundLevels(
          weighting,
          Frames.decibels(energy / Math.max(1, count)),
          fast.exceeded(0.1),
          fast.exceeded(0.9),
          fast.exceeded(0.99));
    }

    private void frame(double[] powers) {
      double power = 0;
      for (int k = 0; k < powers.length; k++) {
        power += powers[k] * factors[k];
      }
      fastPower = count == 0 ? power : fastPower + gain * (power - fastPower);
      fast.add(Frames.decibels(fastPower));
      energy += power;
      count++;
    }
  }
}
