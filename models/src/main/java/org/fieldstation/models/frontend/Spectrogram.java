package org.fieldstation.models.frontend;

/**
 * Magnitudes of a short-time Fourier transform, scaled to 0..1 over the window; bin after bin.
 *
 * <p>Frames are centred: the first one's middle is the window's first sample, and zeros stand where
 * the window ends.
 */
public final class Spectrogram implements FrontEnd {
  /** Added to the range, so that silence is not divided by zero. */
  private static final float LEAST_RANGE = 1e-10f;

  private final int windowSamples;
  private final int bins;
  private final int count;
  private final int margin;
  private final Frames frames;
  private final float[] padded;

  public Spectrogram(SpectrogramSettings settings, int windowSamples) {
    this.windowSamples = windowSamples;
    bins = settings.fftSize() / 2 + 1;
    count = settings.frames();
    margin = settings.fftSize() / 2;
    frames = new Frames(count, settings.frameHopSamples(), settings.fftSize(), settings.fftSize());
    padded = new float[windowSamples + settings.fftSize()];
  }

  @Override
  public int windowSamples() {
    return windowSamples;
  }

  @Override
  public int features() {
    return bins * count;
  }

  @Override
  public void transform(float[] window, float[] features) {
    System.arraycopy(window, 0, padded, margin, windowSamples);
    frames.transform(padded, (powers, first, used) -> copy(powers, features, first, used));
    magnitudes(features);
  }

  private void copy(RealFft powers, float[] features, int first, int used) {
    for (int bin = 0; bin < bins; bin++) {
      System.arraycopy(powers.power(bin), 0, features, bin * count + first, used);
    }
  }

  /**
   * The square root keeps order, so the least and the most are looked for among the powers, as
   * whole numbers: those of floats that are not negative are ordered as the floats are, and unlike
   * floats the compiler compares them side by side.
   */
  private static void magnitudes(float[] features) {
    int lowest = Integer.MAX_VALUE;
    int highest = 0;
    for (float power : features) {
      int bits = Float.floatToRawIntBits(power);
      lowest = Math.min(lowest, bits);
      highest = Math.max(highest, bits);
    }
    float least = (float) Math.sqrt(Float.intBitsToFloat(lowest));
    float most = (float) Math.sqrt(Float.intBitsToFloat(highest));
    float range = most - least + LEAST_RANGE;
    for (int i = 0; i < features.length; i++) {
      features[i] = ((float) Math.sqrt(features[i]) - least) / range;
    }
  }
}
