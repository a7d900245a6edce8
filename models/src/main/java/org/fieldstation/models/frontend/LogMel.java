package org.fieldstation.models.frontend;

/**
 * Logarithms of the energies in mel bands, frame after frame; the energies have {@code floor} added
 * before the natural logarithm.
 */
public final class LogMel implements FrontEnd {
  private final LogMelSettings settings;
  private final MelEnergies energies;
  private final int features;

  public LogMel(LogMelSettings settings, int rate, int windowSamples) {
    this.settings = settings;
    energies = new MelEnergies(settings.mel(), rate, windowSamples);
    features = energies.frames() * energies.bands();
  }

  @Override
  public int windowSamples() {
    return energies.windowSamples();
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public void transform(float[] window, float[] features) {
    energies.transform(window, features);
    for (int i = 0; i < this.features; i++) {
      features[i] = (float) Math.log(features[i] + settings.floor());
    }
    normalise(features);
  }

  private void normalise(float[] matrix) {
    float mean =
        switch (settings.normalise()) {
          case NONE -> 0;
          case WINDOW_MEAN -> (float) Mean.of(matrix, features);
        };
    float scale = (float) settings.scale();
    for (int i = 0; i < features; i++) {
      matrix[i] = (matrix[i] - mean) * scale;
    }
  }
}
