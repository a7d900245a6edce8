package org.fieldstation.models.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fieldstation.models.tflite.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indices that people compare over years and between programs must mean the same. */
class SoundscapeTest {
  private static final int RATE = 48_000;

  @Test
  void aDayInAForestHasTheIndicesThatAnotherProgramFound() throws IOException {
    var reference = Engines.shared("data/audio/soundscape24h/reference_indices.tsv");
    int clips = 0;
    for (var line : Files.readAllLines(reference)) {
      if (line.startsWith("S4A")) {
        agrees(reference, line.split("\t", -1));
        clips++;
      }
    }
    assertThat(clips).isEqualTo(24);
  }

  /** Columns: file, variance, zero crossings, LEQt, ACI, NDSI, Ht, Hf, BI, ADI, AEI. */
  private static void agrees(Path reference, String[] cell) throws IOException {
    var expected = Arrays.stream(cell).skip(1).mapToDouble(Double::parseDouble).toArray();
    var clip = Clip.read(reference.resolveSibling(cell[0]));
    var spectrogram = new Spectrogram(clip.rate());
    spectrogram.add(clip.samples());
    var envelope = new Envelope(clip.rate());
    envelope.add(clip.samples());
    var indices = Indices.of(spectrogram, envelope);

    // The reference knows the recorder: 2 V at full scale, gain 42 dB, -35 dBV sensitivity.
    double level = SoundLevels.leq(clip.samples()) + 20 * Math.log10(2) - 42 + 35 + 94;
    assertThat(level).as(cell[0]).isCloseTo(expected[2], within(0.05));
    assertThat(indices.complexity()).as(cell[0]).isCloseTo(expected[3], within(1e-3));
    assertThat(indices.temporal()).as(cell[0]).isCloseTo(expected[5], within(1e-6));
    // It counts the constant part twice, as if it had another half of the spectrum.
    var power = spectrogram.meanPowers(0, clip.rate() / 2.0);
    power[0] *= 2;
    assertThat(Entropy.of(power).evenness()).as(cell[0]).isCloseTo(expected[6], within(1e-6));
    // Its NDSI is seewave's variant: 1-9 kHz against 1-2 kHz.
    assertThat(Indices.difference(spectrogram, new int[] {1, 2}, new int[] {1, 9}))
        .as(cell[0])
        .isCloseTo(expected[4], within(1e-6));
    // Its BI is another quantity, of the same spectrum: see below.
    assertThat(otherBioacoustic(power, clip)).as(cell[0]).isCloseTo(expected[7], within(1e-4));
    // It gives a bin at a band's edge to both bands, counts the constant part twice here too, and
    // calls it even where nothing is covered.
    double evenness = Double.isNaN(indices.evenness()) ? 0 : indices.evenness();
    assertThat(evenness).as(cell[0]).isCloseTo(expected[9], within(0.02));
  }

  /** The root of the summed mean power over the highest cell, times the width of a bin. */
  private static double otherBioacoustic(double[] power, Clip clip) {
    var highest = new double[1];
    var frames =
        new Frames(
            Spectrogram.SIZE,
            powers -> {
              powers[0] *= 2;
              double most = Arrays.stream(powers, 0, Spectrogram.BINS).max().orElse(0);
              highest[0] = Math.max(highest[0], most);
            });
    frames.add(clip.samples());
    double sum = Arrays.stream(power).sum();
    return Math.sqrt(sum / highest[0]) * clip.rate() / Spectrogram.SIZE;
  }

  /** Expected values: SciPy, by the definitions in {@link Indices}. */
  @ParameterizedTest
  @CsvSource({
    "01,  0.6400,   7.4878,    NaN,    NaN",
    "07,  0.9986, 133.0976, 0.6772, 1.1999",
    "12, -0.4234,  26.2321, 0.8750, 0.0000",
    "21,  0.4812,  24.7539, 0.8750, 0.0000"
  })
  void theStationsOwnVariantsAreWhatTheirDefinitionsSay(
      String hour, double difference, double bioacoustic, double evenness, double diversity)
      throws IOException {
    var clip =
        Clip.read(
            Engines.shared("data/audio/soundscape24h/S4A03895_20190522_" + hour + "0000.wav"));
    var soundscape = new Soundscape(clip.rate(), OptionalDouble.empty());
    soundscape.add(clip.samples());

    var indices = soundscape.indices();
    assertThat(indices.difference()).isCloseTo(difference, within(1e-4));
    assertThat(indices.bioacoustic()).isCloseTo(bioacoustic, within(1e-3));
    assertThat(indices.evenness()).isCloseTo(evenness, within(1e-4));
    assertThat(indices.diversity()).isCloseTo(diversity, within(1e-4));
  }

  @Test
  void soundInPiecesMeasuresAsSoundInOnePiece() {
    var noise = MeasuresTest.noise(0.05, 0);
    var whole = new Soundscape(RATE, OptionalDouble.empty());
    whole.add(noise);
    var pieces = new Soundscape(RATE, OptionalDouble.empty());
    for (int from = 0; from < noise.length; from += 7_001) {
      pieces.add(Arrays.copyOfRange(noise, from, Math.min(noise.length, from + 7_001)));
    }

    var expected = values(whole.measures());
    values(pieces.measures())
        .forEach((name, value) ->
            assertThat(value).as(name).isCloseTo(expected.get(name), within(2e-3)));
  }

  @Test
  void aSteadyNoiseIsEvenAndOneCallIsNot() {
    var noise = new Soundscape(RATE, OptionalDouble.empty());
    noise.add(MeasuresTest.noise(0.05, 0.3));
    assertThat(noise.indices().temporal()).isGreaterThan(0.99);
    assertThat(noise.indices().spectral()).isGreaterThan(0.99);

    var call = new Soundscape(RATE, OptionalDouble.empty());
    call.add(new float[9 * RATE]);
    call.add(MeasuresTest.tone(RATE, RATE / 20, 3_000, 0.5));
    call.add(new float[RATE]);
    assertThat(call.indices().entropy()).isLessThan(0.3);
    assertThat(call.indices().difference()).isGreaterThan(0.99);
  }

  @Test
  void aGapIsNotMeasuredAsAChange() {
    var quiet = MeasuresTest.tone(RATE, RATE, 1_000, 0.001);
    var loud = MeasuresTest.tone(RATE, RATE, 1_000, 0.5);
    var cut = new Soundscape(RATE, OptionalDouble.empty());
    cut.add(quiet);
    cut.gap();
    cut.add(loud);
    var joined = new Soundscape(RATE, OptionalDouble.empty());
    joined.add(quiet);
    joined.add(loud);

    assertThat(cut.indices().complexity()).isLessThan(joined.indices().complexity() / 2);
  }

  @Test
  void everyValueSaysHowItWasMeasured() {
    var soundscape = new Soundscape(RATE, OptionalDouble.empty());
    soundscape.add(MeasuresTest.noise(0.05, 0));
    var measures = soundscape.measures();

    assertThat(measures.stream().map(Measure::name))
        .contains("measured", "laeq", "la10", "la90", "la99", "lzeq")
        .contains("aci", "adi", "aei", "bi", "ndsi", "ht", "hf", "h")
        .contains("third-octave-25", "third-octave-31.5", "third-octave-20000")
        .doesNotHaveDuplicates()
        .hasSize(44);
    assertThat(measures).allMatch(measure -> !measure.how().isEmpty());
    assertThat(how(measures, "aci")).contains("Pieretti").contains("1024").contains("48000 Hz");
    assertThat(how(measures, "laeq")).startsWith("dBFS").doesNotContain("SPL");
  }

  @Test
  void onlyACalibrationMakesSoundPressureOfIt() {
    var plain = new Soundscape(RATE, OptionalDouble.empty());
    var calibrated = new Soundscape(RATE, OptionalDouble.of(120));
    plain.add(MeasuresTest.noise(0.05, 0));
    calibrated.add(MeasuresTest.noise(0.05, 0));

    for (var name : List.of("laeq", "lzeq", "third-octave-1000")) {
      assertThat(value(calibrated, name)).isCloseTo(value(plain, name) + 120, within(1e-9));
    }
    assertThat(value(calibrated, "ndsi")).isEqualTo(value(plain, "ndsi"));
    assertThat(how(calibrated.measures(), "laeq")).startsWith("dB SPL, full scale 120.0");
  }

  @Test
  void whatCannotBeMeasuredIsLeftOut() {
    var silence = new Soundscape(RATE, OptionalDouble.empty());
    silence.add(new float[10 * RATE]);
    assertThat(values(silence.measures())).containsOnlyKeys("measured");

    var narrow = new Soundscape(8_000, OptionalDouble.empty());
    narrow.add(MeasuresTest.noise(0.05, 0));
    assertThat(values(narrow.measures()))
        .containsKeys("laeq", "aci", "h")
        .doesNotContainKeys("ndsi", "bi", "adi", "aei", "third-octave-4000");

    assertThat(new Soundscape(RATE, OptionalDouble.empty()).measures()).isEmpty();
  }

  private static Map<String, Double> values(List<Measure> measures) {
    return measures.stream().collect(Collectors.toMap(Measure::name, Measure::value));
  }

  private static double value(Soundscape soundscape, String name) {
    return soundscape.measures().stream()
        .filter(measure -> measure.name().equals(name))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow();
  }

  private static String how(List<Measure> measures, String name) {
    return measures.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().how();
  }
}
