package org.fieldstation.models.frontend;

/** Samples as they are, times a gain: for models that bring their own front end. */
public final class Raw implements FrontEnd {
  private final int windowSamples;
  private final float gain;

  public Raw(int windowSamples, double gain) {
    this.windowSamples = windowSamples;
    this.gain = (float) gain;
  }

  @Override
  public int windowSamples() {
    return windowSamples;
  }

  @Override
  public int features() {
    return windowSamples;
  }

  @Override
  public void transform(float[] window, float[] features) {
    for (int i = 0; i < windowSamples; i++) {
      features[i] = window[i] * gain;
    }
  }
}
