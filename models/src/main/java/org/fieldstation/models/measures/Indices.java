package org.fieldstation.models.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ecoacoustic indices of a stretch of sound. Each is a number between nothing and nothing unless
 * window, hop, bands and variant are known; {@link Soundscape} puts them beside the value.
 *
 * @param complexity ACI: see {@link Spectrogram#complexity}
 * @param diversity ADI: Shannon entropy, in nats, of how much of each 1 kHz band is covered by
 *     sound
 * @param evenness AEI: Gini coefficient of the same, 0 for equal bands
 * @param bioacoustic BI (Boelman 2007): area, in dB kHz, between the mean spectrum from 2 to 8 kHz
 *     and its lowest bin
 * @param difference NDSI (Kasten 2012): (bio - anthropo) / (bio + anthropo), from the mean power of
 *     the 1 kHz bands of {@link #BIO_KHZ} and {@link #ANTHROPO_KHZ}
 * @param temporal Ht: see {@link Envelope}
 * @param spectral Hf: see {@link Spectrogram#spectralEntropy}
 */
public record Indices(
    double complexity,
    double diversity,
    double evenness,
    double bioacoustic,
    double difference,
    double temporal,
    double spectral) {

  /** Where machines are, in whole kHz, the upper end not included. */
  static final int[] ANTHROPO_KHZ = {1, 2};

  /** Where animals are. */
  static final int[] BIO_KHZ = {2, 8};

  static final int COVER_KHZ = 8;

  /** H (Sueur 2008): the product of the two entropies. */
  public double entropy() {
    return temporal * spectral;
  }

  /**
   * Takes the indices of a stretch; those whose bands do not fit below half the rate are not a
   * number.
   */
  static Indices of(Spectrogram sound, Envelope envelope) {
    var cover =
        IntStream.range(0, COVER_KHZ).mapToDouble(k -> sound.cover(1000 * k, 1000 * k + 1000));
    var bands = cover.toArray();
    return new Indices(
        sound.complexity(),
        Entropy.of(bands).nats(),
        gini(bands),
        bioacoustic(sound),
        difference(sound, ANTHROPO_KHZ, BIO_KHZ),
        envelope.entropy(),
        sound.spectralEntropy());
  }

  static double difference(Spectrogram sound, int[] anthropo, int[] bio) {
    double machines = sumOfBands(sound, anthropo);
    double animals = sumOfBands(sound, bio);
    return (animals - machines) / (animals + machines);
  }

  private static double sumOfBands(Spectrogram sound, int[] kilohertz) {
    return IntStream.range(kilohertz[0], kilohertz[1])
        .mapToDouble(k -> sound.meanPower(1000 * k, 1000 * k + 1000))
        .sum();
  }

  private static double bioacoustic(Spectrogram sound) {
    var levels =
        Arrays.stream(sound.meanPowers(1000 * BIO_KHZ[0], 1000 * BIO_KHZ[1]))
            .map(Frames::decibels)
            .toArray();
    double mean = Arrays.stream(levels).average().orElse(Double.NaN);
    double lowest = Arrays.stream(levels).min().orElse(Double.NaN);
    return (mean - lowest) * levels.length * sound.hertzOfBin() / 1000;
  }

  private static double gini(double[] parts) {
    var sorted = parts.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[i];
      weighted += (i + 1) * sorted[i];
    }
    // Nothing covered: there is nothing that could be spread evenly or not.
    return sum > 0 ? (2 * weighted / sum - (sorted.length + 1)) / sorted.length : Double.NaN;
  }
}
