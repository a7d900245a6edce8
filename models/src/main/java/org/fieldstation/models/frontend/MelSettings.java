package org.fieldstation.models.frontend;

/**
 * Which mel bands of which frames.
 *
 * @param fftSize points of each transform, a power of two
 * @param frameSamples samples in one frame, at most {@code fftSize}
 * @param frameHopSamples samples from the start of one frame to the start of the next
 * @param melBands bands between {@code lowHz} and {@code highHz}
 */
record MelSettings(
    int fftSize, int frameSamples, int frameHopSamples, int melBands, double lowHz, double highHz) {

  MelSettings {
    check(fftSize, frameSamples, frameHopSamples, melBands, lowHz, highHz);
  }

  /** Refuses what cannot be. */
  static void check(int fft, int frame, int hop, int bands, double lowHz, double highHz) {
    Limits.fftSize(fft);
    Limits.between("frame-samples", frame, 1, fft);
    Limits.between("frame-hop-samples", hop, 1, 1 << 20);
    Limits.between("mel-bands", bands, 1, 1024);
    Limits.that(lowHz >= 0 && lowHz < highHz, "low-hz must be from 0 to below high-hz");
    Limits.that(Double.isFinite(highHz), "high-hz must be finite");
  }

  /** Frames that fit in a window without padding. */
  int frames(int windowSamples) {
    return windowSamples < frameSamples ? 0 : 1 + (windowSamples - frameSamples) / frameHopSamples;
  }
}
