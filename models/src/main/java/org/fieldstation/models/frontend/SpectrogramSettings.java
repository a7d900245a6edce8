package org.fieldstation.models.frontend;

/**
 * How a magnitude spectrogram is made.
 *
 * @param fftSize points of each transform and of its Hann window, a power of two
 * @param frameHopSamples samples from the centre of one frame to the centre of the next
 * @param frames frames kept, from the start
 */
public record SpectrogramSettings(int fftSize, int frameHopSamples, int frames) {
  public SpectrogramSettings {
    Limits.fftSize(fftSize);
    Limits.between("frame-hop-samples", frameHopSamples, 1, 1 << 20);
    Limits.between("frames", frames, 1, 1 << 16);
  }

  /** Whether a window is long enough for the frames, the first of which is centred on its start. */
  public boolean fits(int windowSamples) {
    return frames <= 1 + windowSamples / frameHopSamples;
  }
}
