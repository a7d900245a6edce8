package org.fieldstation.models.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Takes the acoustic measures of a sound as it passes. What it keeps does not grow with the length;
 * what it cannot measure (levels of digital silence, bands above half the rate) it leaves out.
 */
public final class Soundscape {
  private static final double LEAST_SECONDS = 1;

  private final int rate;
  private final OptionalDouble calibration;
  private final SoundLevels.Meter weighted;
  private final SoundLevels.Meter plain;
  private final ThirdOctave.Meter thirds;
  private final Spectrogram spectrogram;
  private final Envelope envelope;
  private long samples;

  /**
   * @param rate of the sound, in Hz
   * @param calibration the sound pressure level, in dB, of what is full scale here; without it
   *     levels are in dB of full scale
   */
  public Soundscape(int rate, OptionalDouble calibration) {
    this.rate = rate;
    this.calibration = calibration;
    this.weighted = new SoundLevels.Meter(rate, Weighting.A);
    this.plain = new SoundLevels.Meter(rate, Weighting.Z);
    this.thirds = new ThirdOctave.Meter(rate);
    this.spectrogram = new Spectrogram(rate);
    this.envelope = new Envelope(rate);
  }

  /** More sound, which follows on what was added before. */
  public void add(float[] sound) {
    weighted.add(sound);
    plain.add(sound);
    thirds.add(sound);
    spectrogram.add(sound);
    envelope.add(sound);
    samples += sound.length;
  }

  /** What comes now does not follow on what came before. */
  public void gap() {
    weighted.gap();
    plain.gap();
    thirds.gap();
    spectrogram.gap();
    envelope.gap();
  }

  /** Seconds measured so far. */
  public double seconds() {
    return (double) samples / rate;
  }

  /** The indices so far. */
  public Indices indices() {
    return Indices.of(spectrogram, envelope);
  }

  /** Everything so far; nothing when it is less than a second. */
  public List<Measure> measures() {
    var list = new ArrayList<Measure>();
    if (seconds() >= LEAST_SECONDS) {
      put(list, "measured", seconds(), "s");
      levels(list);
      indices(list);
      thirdOctaves(list);
    }
    return List.copyOf(list);
  }

  private void levels(List<Measure> list) {
    var a = weighted.levels();
    var frames = "Hann %d, hop %d, %d Hz".formatted(weighted.size(), weighted.size() / 2, rate);
    var how = unit() + ", A, percentiles of F (125 ms), " + frames;
    put(list, "laeq", scaled(a.leq()), how);
    put(list, "la10", scaled(a.l10()), how);
    put(list, "la90", scaled(a.l90()), how);
    put(list, "la99", scaled(a.l99()), how);
    put(list, "lzeq", scaled(plain.levels().leq()), unit() + ", unweighted, " + frames);
  }

  private void indices(List<Measure> list) {
    var index = indices();
    var frames = "Hann %d, hop %d, %d Hz".formatted(Spectrogram.SIZE, Spectrogram.BINS, rate);
    put(list, "aci", index.complexity(), "Pieretti 2011, one step, amplitude, " + frames);
    var cover = "0-8 kHz by 1 kHz, cells from %.0f dBFS, %s".formatted(Spectrogram.COVERED, frames);
    put(list, "adi", index.diversity(), "nats, Shannon, " + cover);
    put(list, "aei", index.evenness(), "Gini, " + cover);
    put(list, "bi", index.bioacoustic(), "dB kHz, Boelman 2007, 2-8 kHz, mean power, " + frames);
    put(list, "ndsi", index.difference(), "Kasten 2012, 1-2 and 2-8 kHz, mean power, " + frames);
    put(list, "ht", index.temporal(), "squared envelope of " + Envelope.STEP + " samples");
    put(list, "hf", index.spectral(), "mean power, " + frames);
    put(list, "h", index.entropy(), "ht x hf");
  }

  private void thirdOctaves(List<Measure> list) {
    var how = unit() + ", unweighted, base ten, straight edges, Hann of about 1 s";
    for (var band : thirds.bands()) {
      put(list, "third-octave-" + band.nominalHz(), scaled(band.level()), how);
    }
  }

  private double scaled(double level) {
    return level + calibration.orElse(0);
  }

  private String unit() {
    return calibration.isPresent()
        ? String.format(Locale.ROOT, "dB SPL, full scale %.1f", calibration.getAsDouble())
        : "dBFS";
  }

  private static void put(List<Measure> list, String name, double value, String how) {
    if (Double.isFinite(value)) {
      list.add(new Measure(name, value, how));
    }
  }
}
