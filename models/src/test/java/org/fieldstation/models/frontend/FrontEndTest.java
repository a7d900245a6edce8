package org.fieldstation.models.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fieldstation.models.ModelException;
import org.fieldstation.models.frontend.LogMelSettings.Normalise;
import org.junit.jupiter.api.Test;

class FrontEndTest {
  private static final LogMelSettings SETTINGS =
      new LogMelSettings(512, 400, 160, 64, 60, 7600, 1e-10, Normalise.WINDOW_MEAN, 0.25);

  @Test
  void aLogMelIsWhatItsDefinitionSays() {
    var window = Signals.fixture(16000, 16000);
    var frontEnd = new LogMel(SETTINGS, 16000, 16000);
    var features = new float[frontEnd.features()];

    frontEnd.transform(window, features);

    assertThat(features).hasSize(98 * 64);
    var expected = NaiveLogMel.of(SETTINGS, 16000, window);
    for (int i = 0; i < features.length; i++) {
      assertThat((double) features[i]).isCloseTo(expected[i], within(1e-3));
    }
  }

  @Test
  void aSpectrogramIsWhatItsDefinitionSays() {
    var window = Signals.fixture(6000, 22050);
    var frontEnd = new Spectrogram(new SpectrogramSettings(256, 100, 60), 6000);
    var features = new float[frontEnd.features()];

    frontEnd.transform(window, features);

    var expected = new double[129 * 60];
    double most = 0;
    double least = Double.MAX_VALUE;
    for (int frame = 0; frame < 60; frame++) {
      var samples = Signals.hann(window, frame * 100 - 128, 256);
      for (int bin = 0; bin < 129; bin++) {
        double magnitude = Math.sqrt(Signals.power(samples, 256, bin));
        expected[bin * 60 + frame] = magnitude;
        most = Math.max(most, magnitude);
        least = Math.min(least, magnitude);
      }
    }
    for (int i = 0; i < features.length; i++) {
      assertThat((double) features[i])
          .isCloseTo((expected[i] - least) / (most - least), within(1e-5));
    }
  }

  @Test
  void theSameWindowGivesTheSameFeaturesWhateverCameBefore() {
    var frontEnd = new LogMel(SETTINGS, 16000, 48000);
    var first = new float[frontEnd.features()];
    var again = new float[frontEnd.features()];
    frontEnd.transform(Signals.noise(48000, 1), first);
    frontEnd.transform(Signals.fixture(48000, 16000), again);
    frontEnd.transform(Signals.noise(48000, 1), again);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void silenceIsANumber() {
    var frontEnd = new LogMel(SETTINGS, 16000, 48000);
    var features = new float[frontEnd.features()];
    frontEnd.transform(new float[48000], features);
    assertThat(features).containsOnly(0);

    var spectrogram = new Spectrogram(new SpectrogramSettings(256, 100, 60), 6000);
    var magnitudes = new float[spectrogram.features()];
    spectrogram.transform(new float[6000], magnitudes);
    assertThat(magnitudes).containsOnly(0);
  }

  @Test
  void aPeakIsBroughtToOneAndSilenceLeftAlone() {
    var to = new float[3];
    Level.PEAK_NORMALISED.apply(new float[] {0.1f, -0.5f, 0}, to);
    assertThat(to).containsExactly(0.2f, -1, 0);
    Level.PEAK_NORMALISED.apply(new float[3], to);
    assertThat(to).containsExactly(0, 0, 0);
    Level.PEAK_NORMALISED.apply(new float[] {Float.MIN_VALUE, 0, 0}, to);
    assertThat(to).containsExactly(Float.MIN_VALUE, 0, 0);
    Level.AS_IS.apply(new float[] {0.1f, -0.5f, 0}, to);
    assertThat(to).containsExactly(0.1f, -0.5f, 0);
  }

  @Test
  void aSampleThatIsNoNumberIsFoundWhereverItIs() {
    for (var level : Level.values()) {
      assertThatThrownBy(() -> level.apply(new float[] {0, Float.NaN}, new float[2]))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("not a finite number");
    }
  }
}
