package org.fieldstation.models.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The level of one band of a third of an octave, with exact centres to the base ten (IEC 61260-1).
 *
 * <p>Bands are cut out of spectra of about a second with straight edges; a filter bank's slopes
 * would let a little of the neighbours in.
 *
 * @param number 0 for 1 kHz, one more for each band above
 * @param level in dB of full scale, unweighted
 */
public record ThirdOctave(int number, double level) {
  private static final int LOWEST = -16; // 25 Hz: below, a second is too short
  private static final int HIGHEST = 13; // 20 kHz

  public double centreHz() {
    return centre(number);
  }

  /** All bands from 25 Hz up to the last that fits below half the rate. */
  public static List<ThirdOctave> of(float[] sound, int rate) {
    int size = Integer.highestOneBit(2 * rate - 1);
    var padded = sound.length < size ? Arrays.copyOf(sound, size) : sound;
    var spectra = Spectra.of(padded, rate, size);
    // Silence added to a short sound does not belong to its mean.
    double fill = (double) padded.length / Math.max(1, sound.length);
    var bands = new ArrayList<ThirdOctave>();
    for (int n = LOWEST; n <= HIGHEST && edge(n, 1) <= rate / 2.0; n++) {
      bands.add(
          new ThirdOctave(n, Spectra.decibels(fill * power(spectra, edge(n, -1), edge(n, 1)))));
    }
    return List.copyOf(bands);
  }

  /** A bin that an edge goes through is shared. */
  private static double power(Spectra spectra, double low, double high) {
    double width = spectra.hertz(1);
    double power = 0;
    int last = Math.min(spectra.bins() - 1, (int) Math.ceil(high / width));
    for (int k = (int) (low / width); k <= last; k++) {
      double from = Math.max(low, spectra.hertz(k) - width / 2);
      double to = Math.min(high, spectra.hertz(k) + width / 2);
      double part = Math.max(0, to - from) / width;
      for (var frame : spectra.frames()) {
        power += part * frame[k];
      }
    }
    return power / spectra.frames().size();
  }

  private static double centre(int number) {
    return 1000 * Math.pow(10, number / 10.0);
  }

  private static double edge(int number, int side) {
    return centre(number) * Math.pow(10, side / 20.0);
  }
}
