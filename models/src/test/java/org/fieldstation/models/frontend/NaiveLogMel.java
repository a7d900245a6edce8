package org.fieldstation.models.frontend;

/**
 * A log-mel spectrogram written down from its definition, in double precision, with no cleverness.
 */
final class NaiveLogMel {
  private NaiveLogMel() {}

  static double[] of(LogMelSettings settings, int rate, float[] window) {
    double mean = 0;
    for (float sample : window) {
      mean += sample / window.length;
    }
    var centred = new float[window.length];
    for (int i = 0; i < window.length; i++) {
      centred[i] = (float) (window[i] - mean);
    }
    int frames = settings.frames(window.length);
    var features = new double[frames * settings.melBands()];
    double sum = 0;
    for (int frame = 0; frame < frames; frame++) {
      var samples =
          Signals.hann(centred, frame * settings.frameHopSamples(), settings.frameSamples());
      var powers = new double[settings.fftSize() / 2 + 1];
      for (int k = 0; k < powers.length; k++) {
        powers[k] = Signals.power(samples, settings.fftSize(), k);
      }
      for (int band = 0; band < settings.melBands(); band++) {
        double value = Math.log(energy(settings, rate, powers, band) + settings.floor());
        features[frame * settings.melBands() + band] = value;
        sum += value;
      }
    }
    for (int i = 0; i < features.length; i++) {
      features[i] = (features[i] - sum / features.length) * settings.scale();
    }
    return features;
  }

  private static double energy(LogMelSettings settings, int rate, double[] powers, int band) {
    double low = 2595 * Math.log10(1 + settings.lowHz() / 700);
    double high = 2595 * Math.log10(1 + settings.highHz() / 700);
    var edge = new double[3];
    for (int i = 0; i < 3; i++) {
      double mel = low + (high - low) * (band + i) / (settings.melBands() + 1);
      edge[i] = 700 * (Math.pow(10, mel / 2595) - 1);
    }
    double energy = 0;
    for (int k = 0; k < powers.length; k++) {
      double f = k * (double) rate / settings.fftSize();
      double rising = (f - edge[0]) / (edge[1] - edge[0]);
      double falling = (edge[2] - f) / (edge[2] - edge[1]);
      energy += powers[k] * Math.max(0, Math.min(rising, falling));
    }
    return energy;
  }
}
