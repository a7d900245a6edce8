package org.fieldstation.models.measures;

import java.util.ArrayList;
import java.util.List;

/**
 * Power spectra of overlapping frames of a sound, the constant part of the whole taken out first.
 *
 * @param rate of the sound, in Hz
 * @param size samples in a frame
 * @param frames powers of bins 0 to size / 2, scaled so that their sum is the frame's mean square
 */
record Spectra(int rate, int size, List<double[]> frames) {

  /** Hann frames, each starting half a frame after the one before. */
  static Spectra of(float[] sound, int rate, int size) {
    double mean = mean(sound);
    var fft = new Fft(size);
    var frames = new ArrayList<double[]>();
    for (int from = 0; from + size <= sound.length; from += size / 2) {
      var re = new double[size];
      for (int i = 0; i < size; i++) {
        re[i] = (sound[from + i] - mean) * hann(i, size);
      }
      var im = new double[size];
      fft.transform(re, im);
      frames.add(powers(re, im));
    }
    return new Spectra(rate, size, List.copyOf(frames));
  }

  double hertz(int bin) {
    return (double) bin * rate / size;
  }

  int bins() {
    return size / 2 + 1;
  }

  /** Parseval: both halves of the spectrum, less what the window took away (3/8 of the power). */
  private static double[] powers(double[] re, double[] im) {
    int size = re.length;
    double scale = 1 / (0.375 * size * size);
    var powers = new double[size / 2 + 1];
    for (int k = 0; k < powers.length; k++) {
      boolean single = k == 0 || k == size / 2;
      powers[k] = (single ? 1 : 2) * scale * (re[k] * re[k] + im[k] * im[k]);
    }
    return powers;
  }

  private static double hann(int i, int size) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
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
