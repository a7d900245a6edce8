package org.fieldstation.models.measures;

import java.util.function.Consumer;

/**
 * Cuts sound into Hann frames, each starting half a frame after the one before, and hands on the
 * power of every bin.
 *
 * <p>The constant part of each frame is taken out of it: a recorder's offset is no sound, and would
 * leak into the lowest bins.
 */
final class Frames {
  private final int size;
  private final Fft fft;
  private final double[] hann;
  private final float[] waiting;
  private final double[] re;
  private final double[] im;
  private final double[] powers;
  private final Consumer<double[]> next;
  private int filled;

  /**
   * @param size samples in a frame, a power of two
   * @param next is given the powers of bins 0 to size / 2, whose sum is the frame's mean square;
   *     the array is used again for the next frame
   */
  Frames(int size, Consumer<double[]> next) {
    this.size = size;
    this.fft = new Fft(size);
    this.next = next;
    this.waiting = new float[size];
    this.re = new double[size];
    this.im = new double[size];
    this.powers = new double[size / 2 + 1];
    this.hann = new double[size];
    for (int i = 0; i < size; i++) {
      hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
    }
  }

  /** More sound, which follows on what was added before. */
  void add(float[] sound) {
    for (int done = 0; done < sound.length; ) {
      int fits = Math.min(sound.length - done, size - filled);
      System.arraycopy(sound, done, waiting, filled, fits);
      filled += fits;
      done += fits;
      if (filled == size) {
        transform();
        System.arraycopy(waiting, size / 2, waiting, 0, size / 2);
        filled = size / 2;
      }
    }
  }

  /** What comes now does not follow on what came before: no frame may hold both. */
  void gap() {
    filled = 0;
  }

  private void transform() {
    double mean = mean(waiting);
    for (int i = 0; i < size; i++) {
      re[i] = (waiting[i] - mean) * hann[i];
      im[i] = 0;
    }
    fft.transform(re, im);
    // Parseval: both halves of the spectrum, less what the window took away (3/8 of the power).
    double scale = 1 / (0.375 * size * size);
    for (int k = 0; k < powers.length; k++) {
      boolean single = k == 0 || k == size / 2;
      powers[k] = (single ? 1 : 2) * scale * (re[k] * re[k] + im[k] * im[k]);
    }
    next.accept(powers);
  }

  static double mean(float[] sound) {
    double sum = 0;
    for (float sample : sound) {
      sum += sample;
    }
    return sum / Math.max(1, sound.length);
  }

  static double decibels(double power) {
    return 10 * Math.log10(power); // minus infinity for silence
  }
}
