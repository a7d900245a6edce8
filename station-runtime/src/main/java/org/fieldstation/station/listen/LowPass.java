package org.fieldstation.station.listen;

/**
 * A low-pass filter as a function of continuous time: a sinc under a Kaiser window, symmetric about
 * zero, so linear in phase.
 *
 * @param cutoff where it has fallen by 6 dB, in cycles a sample
 * @param reach how far it extends to either side, in samples; a multiple of 4
 */
record LowPass(double cutoff, int reach) {
  /** Attenuation of the stop-band by design, in dB. */
  static final double ATTENUATION = 94;

  private static final double BETA = 0.1102 * (ATTENUATION - 8.7);

  /** The shortest that lets {@code pass} Hz through and nothing from {@code stop} Hz on. */
  static LowPass between(double pass, double stop, double rate) {
    var radians = 2 * Math.PI * (stop - pass) / rate;
    var taps = (ATTENUATION - 7.95) / (2.285 * radians); // Kaiser's rule
    return new LowPass((pass + stop) / 2 / rate, 4 * (int) Math.ceil(taps / 8));
  }

  /** Number of samples that decide one sample of output. */
  int taps() {
    return 2 * reach;
  }

  /**
   * The weights for an output that lies {@code fraction} of a sample after the {@code reach}-th of
   * its inputs. Their sum is 1, so a constant stays what it is.
   */
  float[] weights(double fraction) {
    var exact = new double[taps()];
    var sum = 0.0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = at(fraction + reach - 1 - i);
      sum += exact[i];
    }
    var weights = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      weights[i] = (float) (exact[i] / sum);
    }
    return weights;
  }

  private double at(double time) {
    var edge = time / reach;
    var window = edge * edge >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - edge * edge));
    var angle = 2 * Math.PI * cutoff * time;
    return window * (Math.abs(angle) < 1e-12 ? 1 : Math.sin(angle) / angle);
  }

  /** The modified Bessel function of the first kind and order zero, by its power series. */
  private static double bessel(double x) {
    var sum = 1.0;
    var term = 1.0;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
