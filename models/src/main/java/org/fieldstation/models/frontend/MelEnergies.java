package org.fieldstation.models.frontend;

import java.util.Arrays;

/**
 * Energies in mel bands, frame after frame. The window's mean is removed first; frames are neither
 * padded nor centred.
 */
final class MelEnergies {
  private final int windowSamples;
  private final int count;
  private final Frames frames;
  private final MelBands bands;
  private final float[] centred;
  private final float[] energy;

  MelEnergies(MelSettings settings, int rate, int windowSamples) {
    this.windowSamples = windowSamples;
    count = settings.frames(windowSamples);
    frames =
        new Frames(count, settings.frameHopSamples(), settings.frameSamples(), settings.fftSize());
    bands = new MelBands(settings, rate);
    centred = new float[windowSamples];
    energy = new float[frames.lanes()];
  }

  int windowSamples() {
    return windowSamples;
  }

  int frames() {
    return count;
  }

  int bands() {
    return bands.count();
  }

  /** Fills as many energies as there are frames and bands. */
  void transform(float[] window, float[] energies) {
    float mean = (float) Mean.of(window, windowSamples);
    for (int i = 0; i < windowSamples; i++) {
      centred[i] = window[i] - mean;
    }
    frames.transform(
        centred, (powers, first, used) -> bands(powers, energies, first * bands.count(), used));
  }

  private void bands(RealFft powers, float[] energies, int at, int used) {
    for (int band = 0; band < bands.count(); band++) {
      Arrays.fill(energy, 0);
      bands.energy(band, powers, energy);
      for (int lane = 0, i = at + band; lane < used; lane++, i += bands.count()) {
        energies[i] = energy[lane];
      }
    }
  }
}
