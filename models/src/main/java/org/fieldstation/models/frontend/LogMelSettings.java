package org.fieldstation.models.frontend;

/**
 * How a log-mel spectrogram is made.
 *
 * @param fftSize points of each transform, a power of two
 * @param frameSamples samples in one frame, at most {@code fftSize}
 * @param frameHopSamples samples from the start of one frame to the start of the next
 * @param melBands bands between {@code lowHz} and {@code highHz}
 * @param floor energy added before the logarithm
 * @param scale what the result is multiplied by
 */
public record LogMelSettings(
    int fftSize,
    int frameSamples,
    int frameHopSamples,
    int melBands,
    double lowHz,
    double highHz,
    double floor,
    Normalise normalise,
    double scale) {

  /** What is subtracted from the logarithms. */
  public enum Normalise {
    NONE,
    /** Their mean over the whole window. */
    WINDOW_MEAN
  }

  public LogMelSettings {
    MelSettings.check(fftSize, frameSamples, frameHopSamples, melBands, lowHz, highHz);
    Limits.that(floor > 0 && floor <= 1, "floor must be above 0 and at most 1");
    Limits.that(scale != 0 && Double.isFinite(scale), "scale must be finite and not 0");
  }

  /** Frames that fit in a window without padding. */
  public int frames(int windowSamples) {
    return mel().frames(windowSamples);
  }

  MelSettings mel() {
    return new MelSettings(fftSize, frameSamples, frameHopSamples, melBands, lowHz, highHz);
  }
}
