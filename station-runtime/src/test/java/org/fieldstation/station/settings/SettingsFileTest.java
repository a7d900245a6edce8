package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final String WHOLE =
      """
      [station]
      name = "ailaoshan-007"
      data = "data"

      [microphone]
      hardware = "linux"
      device = "alsa:AudioMoth"
      rate-hz = 48000

      [model]
      pack = "packs/birds"
      minimum-score = 0.3

      [measures]
      every-min = 5
      calibration-db = 121.5

      [journal]
      keep-days = 14
      most-records = 500000

      [[central]]
      name = "reserve"
      uri = "coaps://central.example:5684"
      identity = "ailaoshan-007"
      key-file = "reserve.key"
      """;

  @TempDir Path folder;

  @Test
  void everySettingOfTheFileArrives() throws IOException {
    var settings = read(WHOLE).settings();

    assertThat(settings.station().name()).isEqualTo("ailaoshan-007");
    assertThat(settings.microphones())
        .containsExactly(new MicrophoneSettings("linux", "alsa:AudioMoth", Optional.of(48_000)));
    assertThat(settings.models().getFirst().minimumScore()).contains(0.3);
    assertThat(settings.measures())
        .contains(new MeasuresSettings(Optional.of(5), Optional.of(121.5)));
    assertThat(settings.journalOrDefault().keepDays()).contains(14);
    var central = settings.centrals().getFirst();
    assertThat(settings.centrals()).hasSize(1);
    assertThat(central.name()).isEqualTo("reserve");
    assertThat(central.uri()).isEqualTo("coaps://central.example:5684");
    assertThat(central.identity()).contains("ailaoshan-007");
    assertThat(central.keyFile()).contains(Path.of("reserve.key"));
    assertThat(central.takes("media")).isTrue();
  }

  @Test
  void aNameAndAFolderAreEnough() throws IOException {
    var settings = read("[station]\nname = 'a'\ndata = 'd'\n").settings();

    assertThat(settings.microphones()).isEmpty();
    assertThat(settings.centrals()).isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    assertThatThrownBy(() ->
            read(
                WHOLE
                    .replace("rate-hz", "rate-khz")
                    .replace("minimum-score = 0.3", "minimum-score = 30.0")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("rate-khz: unknown key (line 8, column 1)")
        .hasMessageContaining("minimum-score must be between 0 and 1, was 30.0");
  }

  @Test
  void measuresThatCannotBeTakenAreAnError() {
    assertThatThrownBy(() -> read(WHOLE.replace("every-min = 5", "every-min = 0")))
        .hasMessageContaining("every-min must be between 1 and 60, was 0");
    assertThatThrownBy(
            () -> read(WHOLE.replace("calibration-db = 121.5", "calibration-db = -38.0")))
        .hasMessageContaining("calibration-db must be between 60 and 200");
    assertThatThrownBy(() -> read("[station]\nname = 'a'\ndata = 'd'\n[measures]\nevery-min = 5\n"))
        .hasMessageContaining("[measures] has no effect without a [microphone]");
  }

  @Test
  void aStationNamedAgainstTheRulesIsRefused() {
    assertThatThrownBy(() -> read(WHOLE.replace("ailaoshan-007", "../etc")))
        .hasMessageContaining("name must be 1 to 64 letters");
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    var file = read(WHOLE);
    var key =
        Files.writeString(folder.resolve("reserve.key"), "00112233445566778899aabbccddeeff\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> file.key(Path.of("reserve.key"))).hasMessageContaining("chmod 600");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(file.key(Path.of("reserve.key"))).hasSize(16);
  }

  @Test
  void aFileThatIsNotThereIsSaidInOneLine() {
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.toml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--config");
  }

  private SettingsFile read(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("station.toml"), text));
  }
}
