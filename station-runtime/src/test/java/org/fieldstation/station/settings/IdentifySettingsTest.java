package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.station.identify.Consensus;
import org.fieldstation.station.identify.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifySettingsTest {
  private static final String STATION = "[station]\nname = 'a'\ndata = 'd'\n";

  @TempDir private Path folder;

  @Test
  void everySettingArrives() throws IOException {
    var settings =
        read("""
        [identify]
        sensitivity = "cautious"
        include = ["Parus major", "油锯"]
        exclude = ["rain"]
        watch = ["threats", "mine.tsv"]
        alert-every-min = 5
        voice-score = 0.2
        consensus = "2"
        [identify.range]
        species-list = "species.tsv"
        [identify.weather]
        rain-mm-per-h = 1.0
        wind-m-per-s = 6.0
        heard = ["rain"]
        [identify.repeat]
        needed = 3
        windows = 4
        seconds = 20.0
        [identify.steady]
        share = 0.8
        [[identify.label]]
        name = "chainsaw"
        threshold = 0.6
        [[identify.label]]
        name = "dog"
        calibration = [0.9, -0.4]
        """)
            .identifyOrDefault();
    assertThat(settings.sensitivityOrDefault()).isEqualTo(Sensitivity.CAUTIOUS);
    assertThat(settings.quorum()).isEqualTo(new Consensus.Quorum(2));
    assertThat(settings.alertEveryMinOrDefault()).isEqualTo(5);
    assertThat(settings.ordinaryRepeat().needed()).isEqualTo(3);
    assertThat(settings.steadyLimits().share()).isEqualTo(0.8);
    assertThat(settings.steadyLimits().watchedShare()).isEqualTo(0.95);
    assertThat(settings.weatherOrDefault().limits().wind()).isEqualTo(6);
    assertThat(settings.labels()).hasSize(2);
    assertThat(settings.labels().getLast().bend().orElseThrow().offset()).isEqualTo(-0.4);
  }

  @Test
  void oneModelOrSeveralMayBeNamed() throws IOException {
    assertThat(read("").models()).containsExactly(ModelSettings.BUNDLED);
    assertThat(read("[model]\nminimum-score = 0.2\n").models())
        .singleElement()
        .returns("model", ModelSettings::nameOrDefault);
    assertThat(read("[[model]]\nname = 'a'\n[[model]]\nname = 'b'\npack = 'birds'\n").models())
        .extracting(ModelSettings::nameOrDefault)
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [[model]]~[[model]]                               | two models are named "model"
          [model]~minimum-scor = 0.3                        | minimum-scor
          [identify]~sensitivity = "brave"                  | "brave" is not cautious, balanced or eager
          [identify]~voice-score = 0.0                      | voice-score must be above 0
          [identify]~consensus = "some"                     | consensus must be
          [identify.range]~latitude = 20.0                  | either species-list or pack
          [identify.range]~pack = "x"                       | latitude and longitude go with a range pack
          [identify.repeat]~needed = 3~windows = 2~seconds = 9.0 | 3 of 2 windows can never be heard
          [identify.steady]~share = 1.5                     | shares from above 0 to 1
          [[identify.label]]~name = "dog"                   | has neither threshold nor calibration
          [[identify.label]]~name = "dog"~calibration = [1.0] | two numbers
          [identify.weather]~rain-mm-per-h = 0.0                | must be above 0
          """)
  void whatCannotBeIsRefusedWithAReason(String toml, String reason) {
    assertThatThrownBy(() -> read(toml.replace('~', '\n') + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(reason);
  }

  private Settings read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("station.toml"), STATION + text);
    return SettingsFile.read(file).settings();
  }
}
