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
    Limits.fftSize(fftSize);
    Limits.between("frame-samples", frameSamples, 1, fftSize);
    Limits.between("frame-hop-samples", frameHopSamples, 1, 1 << 20);
    Limits.between("mel-bands", melBands, 1, 1024);
    Limits.that(lowHz >= 0 && lowHz < highHz, "low-hz must be from 0 to below high-hz");
    Limits.that(Double.isFinite(highHz), "high-hz must be finite");
    Limits.that(floor > 0 && floor <= 1, "floor must be above 0 and at most 1");
    Limits.that(scale != 0 && Double.isFinite(scale), "scale must be finite and not 0");
  }

  /** Frames that fit in a window without padding. */
  public int frames(int windowSamples) {
    return windowSamples < frameSamples ? 0 : 1 + (windowSamples - frameSamples) / frameHopSamples;
  }
}
