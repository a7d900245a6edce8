package org.fieldstation.models.frontend;

import java.util.Arrays;

/**
 * Logarithms of the energies in mel bands, frame after frame.
 *
 * <p>The window's mean is removed; frames are neither padded nor centred; the energies have {@code
 * floor} added before the natural logarithm.
 */
public final class LogMel implements FrontEnd {
  private final LogMelSettings settings;
  private final int windowSamples;
  private final Frames frames;
  private final MelBands bands;
  private final int features;
  private final float[] centred;
  private final float[] energy;

  public LogMel(LogMelSettings settings, int rate, int windowSamples) {
    this.settings = settings;
    this.windowSamples = windowSamples;
    int count = settings.frames(windowSamples);
    features = count * settings.melBands();
    frames =
        new Frames(count, settings.frameHopSamples(), settings.frameSamples(), settings.fftSize());
    bands = new MelBands(settings, rate);
    centred = new float[windowSamples];
    energy = new float[frames.lanes()];
  }

  @Override
  public int windowSamples() {
    return windowSamples;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public void transform(float[] window, float[] features) {
    float mean = (float) mean(window, windowSamples);
    for (int i = 0; i < windowSamples; i++) {
      centred[i] = window[i] - mean;
    }
    frames.transform(
        centred, (powers, first, count) -> bands(powers, features, first * bands.count(), count));
    normalise(features);
  }

  private void bands(RealFft powers, float[] features, int at, int count) {
    for (int band = 0; band < bands.count(); band++) {
      Arrays.fill(energy, 0);
      bands.energy(band, powers, energy);
      for (int lane = 0, i = at + band; lane < count; lane++, i += bands.count()) {
        features[i] = (float) Math.log(energy[lane] + settings.floor());
      }
    }
  }

  private void normalise(float[] matrix) {
    float mean =
        switch (settings.normalise()) {
          case NONE -> 0;
          case WINDOW_MEAN -> (float) mean(matrix, features);
        };
    float scale = (float) settings.scale();
    for (int i = 0; i < features; i++) {
      matrix[i] = (matrix[i] - mean) * scale;
    }
  }

  private static double mean(float[] numbers, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers[i];
    }
    return sum / count;
  }
}
