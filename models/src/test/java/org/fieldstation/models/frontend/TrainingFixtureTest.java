package org.fieldstation.models.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fieldstation.models.frontend.LogMelSettings.Normalise;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features a station computes are those that the training code's NumPy and SciPy computed. */
class TrainingFixtureTest {

  @Test
  void logMelAgreesWithTraining() throws IOException {
    var fixture = fixture("log-mel-fixture.json");
    var window = Signals.fixture(48_000, 16_000);
    assertSame(window, numbers(fixture, "firstSamples"));
    var settings =
        new LogMelSettings(
            (int) number(fixture, "fft-size"),
            (int) number(fixture, "frame-samples"),
            (int) number(fixture, "frame-hop-samples"),
            (int) number(fixture, "mel-bands"),
            number(fixture, "low-hz"),
            number(fixture, "high-hz"),
            number(fixture, "floor"),
            Normalise.WINDOW_MEAN,
            number(fixture, "scale"));
    var frontEnd = new LogMel(settings, 16_000, 48_000);
    var features = new float[frontEnd.features()];
    frontEnd.transform(window, features);

    var expected = numbers(fixture, "features");
    int step = (int) number(fixture, "frameStep");
    int bands = settings.melBands();
    assertThat(expected.length).isGreaterThan(1000);
    for (int i = 0; i < expected.length; i++) {
      int frame = i / bands * step;
      assertThat((double) features[frame * bands + i % bands]).isCloseTo(expected[i], within(1e-3));
    }
  }

  @Test
  void spectrogramAgreesWithTraining() throws IOException {
    var fixture = fixture("stft-fixture.json");
    var window = Signals.fixture(66_150, 22_050);
    assertSame(window, numbers(fixture, "firstSamples"));
    Level.PEAK_NORMALISED.apply(window, window);
    var frontEnd = new Spectrogram(new SpectrogramSettings(512, 258, 256), 66_150);
    var features = new float[frontEnd.features()];
    frontEnd.transform(window, features);

    var expected = numbers(fixture, "magnitudes");
    int binStep = (int) number(fixture, "binStep");
    int frameStep = (int) number(fixture, "frameStep");
    int columns = (256 + frameStep - 1) / frameStep;
    assertThat(expected.length).isGreaterThan(1000);
    for (int i = 0; i < expected.length; i++) {
      int at = i / columns * binStep * 256 + i % columns * frameStep;
      assertThat((double) features[at]).isCloseTo(expected[i], within(1e-4));
    }
  }

  @ParameterizedTest
  @CsvSource({"fromFirstFrame, FIRST_FRAME", "fromOne, ONE"})
  void normalisedEnergiesAgreeWithSciPy(String key, PcenSettings.Start start) throws IOException {
    var fixture = fixture("pcen-fixture.json");
    var settings =
        new PcenSettings(
            1024,
            640,
            320,
            64,
            60,
            7600,
            number(fixture, "energy-scale"),
            number(fixture, "smoothing"),
            number(fixture, "gain"),
            number(fixture, "bias"),
            number(fixture, "power"),
            number(fixture, "epsilon"),
            start);
    var frontEnd = new Pcen(settings, 16_000, 48_000);
    var features = new float[frontEnd.features()];
    frontEnd.transform(Signals.noise(48_000, 1), features); // what came before leaves no trace
    frontEnd.transform(Signals.fixture(48_000, 16_000), features);

    var expected = numbers(fixture, key);
    int step = (int) number(fixture, "frameStep");
    assertThat(expected.length).isGreaterThan(1000);
    for (int i = 0; i < expected.length; i++) {
      double found = features[i / 64 * step * 64 + i % 64];
      assertThat(found).isCloseTo(expected[i], within(1e-3));
    }
  }

  private static String fixture(String name) throws IOException {
    try (var in =
        TrainingFixtureTest.class.getResourceAsStream("/org/fieldstation/models/" + name)) {
      Assumptions.assumeTrue(in != null, name + " comes with the bundled model");
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertSame(float[] window, double[] first) {
    for (int i = 0; i < first.length; i++) {
      assertThat((double) window[i]).isCloseTo(first[i], within(1e-6));
    }
  }

  private static double number(String json, String key) {
    var found = Pattern.compile("\"" + key + "\":\\s*([-+.eE0-9]+)").matcher(json);
    assertThat(found.find()).as(key).isTrue();
    return Double.parseDouble(found.group(1));
  }

  /** All numbers of an array, of arrays or not. */
  private static double[] numbers(String json, String key) {
    int from = json.indexOf('[', json.indexOf("\"" + key + "\":"));
    int to = json.indexOf("]]", from);
    int end =
        json.charAt(from + 1) == '[' || json.charAt(from + 2) == '[' ? to : json.indexOf(']', from);
    return Arrays.stream(json.substring(from, end).split("[\\[\\],\\s]+"))
        .filter(text -> !text.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
