package org.fieldstation.models.measures;

import static java.lang.Double.NaN;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the frames of a stretch of sound come to, bin by bin: all that the indices need, in the same
 * room for a second and for a day. The highest bin, half the rate, is left out, as is usual.
 */
final class Spectrogram {
  static final int SIZE = 1024;
  static final int BINS = SIZE / 2;

  /** In dB of full scale: a cell of bin and frame from here on is covered by sound. */
  static final double COVERED = -50;

  private static final double COVERED_POWER = Math.pow(10, COVERED / 10);

  private final int rate;
  private final Frames frames = new Frames(SIZE, this::frame);
  private final double[] power = new double[BINS];
  private final double[] amplitude = new double[BINS];
  private final double[] change = new double[BINS];
  private final double[] before = new double[BINS];
  private final long[] covered = new long[BINS];
  private long count;

  Spectrogram(int rate) {
    this.rate = rate;
    gap();
  }

  void add(float[] sound) {
    frames.add(sound);
  }

  void gap() {
    frames.gap();
    Arrays.fill(before, NaN);
  }

  private void frame(double[] powers) {
    for (int k = 0; k < BINS; k++) {
      double now = Math.sqrt(powers[k]);
      power[k] += powers[k];
      amplitude[k] += now;
      change[k] += Double.isNaN(before[k]) ? 0 : Math.abs(now - before[k]);
      covered[k] += powers[k] >= COVERED_POWER ? 1 : 0;
      before[k] = now;
    }
    count++;
  }

  long count() {
    return count;
  }

  /**
   * Acoustic complexity (Pieretti, Farina and Morri 2011): for each bin, how much the amplitude
   * changes from frame to frame in proportion to its sum, added up over all bins, in one temporal
   * step. It grows with the number of bins and depends on the length.
   */
  double complexity() {
    double sum = 0;
    for (int k = 0; k < BINS; k++) {
      sum += change[k] / amplitude[k];
    }
    return sum;
  }

  /** How evenly the energy is spread over frequency, 0 to 1. */
  double spectralEntropy() {
    return Entropy.of(power).evenness();
  }

  /**
   * Mean power of each bin from {@code low} up to, not including, {@code high}, both in Hz; none
   * when that does not fit below half the rate.
   */
  double[] meanPowers(double low, double high) {
    return bins(low, high).mapToDouble(k -> power[k] / count).toArray();
  }

  /** The mean of {@link #meanPowers}; not a number when there are none. */
  double meanPower(double low, double high) {
    return Arrays.stream(meanPowers(low, high)).average().orElse(NaN);
  }

  /** The part of that range's cells that is covered by sound, 0 to 1. */
  double cover(double low, double high) {
    return bins(low, high).mapToDouble(k -> (double) covered[k] / count).average().orElse(NaN);
  }

  double hertzOfBin() {
    return (double) rate / SIZE;
  }

  /** The bins of a range, of which none may be missing. */
  private IntStream bins(double low, double high) {
    return high <= rate / 2.0 ? IntStream.range(bin(low), bin(high)) : IntStream.empty();
  }

  /** The first bin whose frequency is not below that. */
  private int bin(double hertz) {
    return (int) Math.ceil(hertz / hertzOfBin());
  }
}
