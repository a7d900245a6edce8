package org.fieldstation.models.measures;

/**
 * The acoustic complexity index of a stretch of sound (Pieretti, Farina and Morri 2011): for each
 * frequency, how much the amplitude changes from frame to frame in proportion to its sum, added up
 * over all frequencies. One temporal step over the whole stretch, so it grows with the number of
 * bins and depends on the length: compare only what was measured alike.
 *
 * @param value 0 and more; not a number when there was nothing at all to hear
 * @param seconds length of the stretch
 */
public record AcousticComplexity(
    double value, int rate, int windowSamples, int hopSamples, double seconds) {
  /** What the index is usually taken with. */
  public static final int WINDOW = 1024;

  /** The variant's name, to be stored beside the value. */
  public static final String VARIANT = "pieretti-2011 hann amplitude one-step";

  public static AcousticComplexity of(float[] sound, int rate) {
    var spectra = Spectra.of(sound, rate, WINDOW);
    double value = 0;
    for (int k = 0; k < spectra.bins(); k++) {
      value += ofBin(spectra, k);
    }
    return new AcousticComplexity(value, rate, WINDOW, WINDOW / 2, (double) sound.length / rate);
  }

  private static double ofBin(Spectra spectra, int bin) {
    double changes = 0;
    double sum = 0;
    double before = Double.NaN;
    for (var frame : spectra.frames()) {
      double amplitude = Math.sqrt(frame[bin]);
      changes += Double.isNaN(before) ? 0 : Math.abs(amplitude - before);
      sum += amplitude;
      before = amplitude;
    }
    return changes / sum;
  }
}
