package org.fieldstation.station.listen;

/** How loud a microphone was over many sounds, without keeping them. */
public final class Stethoscope {
  private long samples;
  private double sum;
  private double squares;
  private double peak;
  private double clipped;
  private boolean finite = true;

  public void hear(float[] sound) {
    var level = Level.of(sound);
    samples += sound.length;
    sum += level.dc() * sound.length;
    squares += sound.length * (power(level.rms()) + level.dc() * level.dc());
    peak = Math.max(peak, Math.pow(10, level.peak() / 20));
    clipped += level.clipped() * sound.length;
    finite &= level.finite();
  }

  /** How many samples it has heard since it was asked last. */
  public long samples() {
    return samples;
  }

  /** The level of all that was heard since it was asked last. */
  public Level level() {
    double n = Math.max(1, samples);
    double dc = sum / n;
    double rms = Math.sqrt(Math.max(0, squares / n - dc * dc));
    var level = new Level(20 * Math.log10(rms), 20 * Math.log10(peak), dc, clipped / n, finite);
    samples = 0;
    sum = 0;
    squares = 0;
    peak = 0;
    clipped = 0;
    finite = true;
    return level;
  }

  private static double power(double decibels) {
    return Math.pow(10, decibels / 10);
  }
}
