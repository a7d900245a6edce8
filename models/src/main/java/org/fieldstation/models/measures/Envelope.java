package org.fieldstation.models.measures;

/**
 * How evenly a sound's energy is spread over time: the entropy of its squared envelope, 1 for a
 * steady noise, towards 0 for one short call. The envelope is the largest amplitude of every 512
 * samples.
 */
final class Envelope {
  static final int STEP = 512;
  private static final double OFFSET_SECONDS = 10;

  private final int rate;
  private final Entropy entropy = new Entropy();
  private double offset = Double.NaN;
  private double largest;
  private int filled;

  Envelope(int rate) {
    this.rate = rate;
  }

  void add(float[] sound) {
    follow(Frames.mean(sound), sound.length);
    for (float sample : sound) {
      largest = Math.max(largest, Math.abs(sample - offset));
      if (++filled == STEP) {
        entropy.add(largest * largest);
        gap();
      }
    }
  }

  void gap() {
    largest = 0;
    filled = 0;
  }

  /** 0 to 1; not a number where there was nothing to hear. */
  double entropy() {
    return entropy.evenness();
  }

  /** A recorder's offset drifts with its temperature: it is followed over some seconds. */
  private void follow(double mean, int samples) {
    double weight = samples / (samples + OFFSET_SECONDS * rate);
    offset = Double.isNaN(offset) ? mean : offset + weight * (mean - offset);
  }
}
