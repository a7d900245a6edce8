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
  private static final String[] DECADE = {
    "1", "1.25", "1.6", "2", "2.5", "3.15", "4", "5", "6.3", "8"
  };

  public double centreHz() {
    return centre(number);
  }

  /** The centre as it is called, in Hz, for instance 31.5 or 12500. */
  public String nominalHz() {
    double hertz =
        Double.parseDouble(DECADE[Math.floorMod(number, 10)])
            * Math.pow(10, 3 + Math.floorDiv(number, 10));
    return hertz == Math.rint(hertz) ? Long.toString(Math.round(hertz)) : Double.toString(hertz);
  }

  /** All bands from 25 Hz up to the last that fits below half the rate. */
  public static List<ThirdOctave> of(float[] sound, int rate) {
    var meter = new Meter(rate);
    // Silence added to a short sound does not belong to its mean.
    double fill = Math.max(1, (double) meter.size / Math.max(1, sound.length));
    meter.add(sound.length < meter.size ? Arrays.copyOf(sound, meter.size) : sound);
    return meter.bands(fill);
  }

  /** Measures sound as it passes; it needs about a second of it. */
  static final class Meter {
    private final int rate;
    private final int size;
    private final Frames frames;
    private final double[] sums;
    private long count;

    Meter(int rate) {
      this.rate = rate;
      this.size = Integer.highestOneBit(2 * rate - 1);
      this.frames = new Frames(size, this::frame);
      this.sums = new double[size / 2 + 1];
    }

    void add(float[] sound) {
      frames.add(sound);
    }

    void gap() {
      frames.gap();
    }

    /** The bands so far; none before the first whole frame. */
    List<ThirdOctave> bands() {
      return count == 0 ? List.of() : bands(1);
    }

    private List<ThirdOctave> bands(double fill) {
      var bands = new ArrayList<ThirdOctave>();
      for (int n = LOWEST; n <= HIGHEST && edge(n, 1) <= rate / 2.0; n++) {
        double power = fill * power(edge(n, -1), edge(n, 1)) / count;
        bands.add(new ThirdOctave(n, Frames.decibels(power)));
      }
      return List.copyOf(bands);
    }

    private void frame(double[] powers) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += powers[k];
      }
      count++;
    }

    /** A bin that an edge goes through is shared. */
    private double power(double low, double high) {
      double width = (double) rate / size;
      double power = 0;
      int last = Math.min(sums.length - 1, (int) Math.ceil(high / width));
      for (int k = (int) (low / width); k <= last; k++) {
        double from = Math.max(low, (k - 0.5) * width);
        double to = Math.min(high, (k + 0.5) * width);
        power += Math.max(0, to - from) / width * sums[k];
      }
      return power;
    }
  }

  private static double centre(int number) {
    return 1000 * Math.pow(10, number / 10.0);
  }

  private static double edge(int number, int side) {
    return centre(number) * Math.pow(10, side / 20.0);
  }
}
