package org.fieldstation.models.frontend;

/**
 * Triangular filters, evenly spaced on the mel scale of HTK: {@code 2595·log10(1 + f/700)}.
 *
 * <p>Each rises to 1 and falls again in Hz, evaluated at the exact frequencies of the bins.
 */
final class MelBands {
  private final int[] firstBin;
  private final float[][] weights;

  MelBands(MelSettings settings, int rate) {
    int count = settings.melBands();
    int bins = settings.fftSize() / 2 + 1;
    double low = mel(settings.lowHz());
    double step = (mel(settings.highHz()) - low) / (count + 1);
    double binHz = rate / (double) settings.fftSize();
    firstBin = new int[count];
    weights = new float[count][];
    for (int band = 0; band < count; band++) {
      double from = hz(low + band * step);
      double peak = hz(low + (band + 1) * step);
      double to = hz(low + (band + 2) * step);
      int first = Math.max(0, (int) Math.ceil(from / binHz));
      int last = Math.min(bins - 1, (int) Math.floor(to / binHz));
      firstBin[band] = first;
      weights[band] = new float[Math.max(0, last - first + 1)];
      for (int i = 0; i < weights[band].length; i++) {
        double f = (first + i) * binHz;
        weights[band][i] =
            (float) Math.max(0, Math.min((f - from) / (peak - from), (to - f) / (to - peak)));
      }
    }
  }

  int count() {
    return weights.length;
  }

  /** Adds a band's energy, for every frame, to what is there. */
  void energy(int band, RealFft powers, float[] energy) {
    var weight = weights[band];
    for (int i = 0; i < weight.length; i++) {
      Lanes.add(energy, powers.power(firstBin[band] + i), weight[i]);
    }
  }

  private static double mel(double hz) {
    return 2595 * Math.log10(1 + hz / 700);
  }

  private static double hz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
