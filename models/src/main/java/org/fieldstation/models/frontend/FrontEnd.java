package org.fieldstation.models.frontend;

/**
 * Turns a window of samples into the numbers a model was trained on.
 *
 * <p>Not thread-safe: it keeps the memory it works in, so that nothing is allocated for a window.
 */
public sealed interface FrontEnd permits Raw, Spectrogram, LogMel, Pcen {

  /** Samples in one window. */
  int windowSamples();

  /** Numbers that come out. */
  int features();

  /**
   * Fills {@code features} from {@code window}.
   *
   * @param window finite numbers
   */
  void transform(float[] window, float[] features);
}
