package org.fieldstation.models.frontend;

/**
 * Per-channel energy normalisation of mel bands: each band's energy over its own running mean, so
 * that steady noise goes and what begins stays.
 *
 * <pre>
 * M(t) = (1 - s) M(t-1) + s E(t)
 * PCEN = (E / (ε + M)^α + δ)^r - δ^r
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1607.05666">Wang et al. 2017, Trainable frontend for robust
 *     and far-field keyword spotting</a>
 */
public final class Pcen implements FrontEnd {
  private final PcenSettings settings;
  private final MelEnergies energies;
  private final double[] mean;

  public Pcen(PcenSettings settings, int rate, int windowSamples) {
    this.settings = settings;
    energies = new MelEnergies(settings.mel(), rate, windowSamples);
    mean = new double[energies.bands()];
  }

  @Override
  public int windowSamples() {
    return energies.windowSamples();
  }

  @Override
  public int features() {
    return energies.frames() * mean.length;
  }

  @Override
  public void transform(float[] window, float[] features) {
    energies.transform(window, features);
    for (int band = 0; band < mean.length; band++) {
      mean[band] =
          switch (settings.start()) {
            case FIRST_FRAME -> features[band] * settings.energyScale();
            case ONE -> 1;
          };
    }
    for (int i = 0; i < features(); i++) {
      features[i] = (float) normalised(features[i] * settings.energyScale(), i % mean.length);
    }
  }

  /** By logarithms of 1 + x, which keep their digits where energies are small beside ε and δ. */
  private double normalised(double energy, int band) {
    mean[band] += settings.smoothing() * (energy - mean[band]);
    double epsilon = settings.epsilon();
    double loudness = Math.log(epsilon) + Math.log1p(mean[band] / epsilon);
    double rest = energy * Math.exp(-settings.gain() * loudness) / settings.bias();
    return Math.pow(settings.bias(), settings.power())
        * Math.expm1(settings.power() * Math.log1p(rest));
  }
}
