package org.fieldstation.models.frontend;

import java.util.Random;

/** Signals to test with, and a transform nobody doubts. */
final class Signals {
  private Signals() {}

  static float[] noise(int samples, long seed) {
    var random = new Random(seed);
    var signal = new float[samples];
    for (int i = 0; i < samples; i++) {
      signal[i] = random.nextFloat() * 2 - 1;
    }
    return signal;
  }

  /** Tone, chirp, a little noise and an offset: the window the training code's fixtures are of. */
  static float[] fixture(int samples, int rate) {
    var signal = new float[samples];
    long state = 12345;
    for (int n = 0; n < samples; n++) {
      state = (1664525 * state + 1013904223) & 0xffff_ffffL;
      double t = n / (double) rate;
      double noise = state / 0x1p31 - 1;
      signal[n] =
          (float)
              (0.3 * Math.sin(2 * Math.PI * 440 * t)
                  + 0.2 * Math.sin(2 * Math.PI * (1000 + 500 * t) * t)
                  + 0.05 * noise
                  + 0.02);
    }
    return signal;
  }

  /** |DFT|² of bin k, term by term. */
  static double power(double[] frame, int size, int k) {
    double re = 0;
    double im = 0;
    for (int n = 0; n < frame.length; n++) {
      double angle = 2 * Math.PI * ((long) n * k % size) / size;
      re += frame[n] * Math.cos(angle);
      im -= frame[n] * Math.sin(angle);
    }
    return re * re + im * im;
  }

  /** A frame under a periodic Hann window. */
  static double[] hann(float[] signal, int from, int length) {
    var frame = new double[length];
    for (int n = 0; n < length; n++) {
      int i = from + n;
      double sample = i >= 0 && i < signal.length ? signal[i] : 0;
      frame[n] = sample * (0.5 - 0.5 * Math.cos(2 * Math.PI * n / length));
    }
    return frame;
  }
}
