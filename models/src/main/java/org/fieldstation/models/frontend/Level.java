package org.fieldstation.models.frontend;

import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** How loud a window is when a front end gets it. */
public enum Level {
  AS_IS,
  /** Divided by its largest sample; silence stays silence. */
  PEAK_NORMALISED;

  private static final int INFINITY = 0x7f80_0000;
  private static final int MAGNITUDE = 0x7fff_ffff;

  /**
   * Copies a window at this level.
   *
   * @throws ModelException FAILED when a sample is not a finite number
   */
  public void apply(float[] window, float[] to) {
    float peak = peak(window);
    float factor = this == PEAK_NORMALISED && peak > 0 ? 1 / peak : 1;
    if (!Float.isFinite(factor)) {
      factor = 1; // a peak so small that its inverse overflows is silence
    }
    for (int i = 0; i < window.length; i++) {
      to[i] = window[i] * factor;
    }
  }

  /** Floats without their sign are ordered as integers are, with infinity and NaN at the top. */
  private static float peak(float[] window) {
    int largest = 0;
    for (float sample : window) {
      largest = Math.max(largest, Float.floatToRawIntBits(sample) & MAGNITUDE);
    }
    if (largest >= INFINITY) {
      throw new ModelException(
          Code.FAILED,
          "the window holds a sample that is not a finite number; the sound was damaged before it"
              + " reached the classifier");
    }
    return Float.intBitsToFloat(largest);
  }
}
