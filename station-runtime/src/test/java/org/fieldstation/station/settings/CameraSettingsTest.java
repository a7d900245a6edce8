package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.look.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraSettingsTest {
  @TempDir private Path folder;

  @Test
  void everyKeyIsUnderstood() throws IOException {
    var camera =
        read(
            """
            width = 1280
            height = 720
            frames-per-second = 4.0
            least-part = 0.01
            burst-frames = 8
            before-frames = 2
            quiet-s = 20
            detector = "packs/megadetector"
            classifier = "packs/mammals"
            people = "as-they-are"
            keep-mb = 500
            """);
    assertThat(camera.rule(() -> false).frames()).isEqualTo(8);
    assertThat(camera.rule(() -> false).quiet()).isEqualTo(Duration.ofSeconds(20));
    assertThat(camera.rule(() -> false).trigger()).isEqualTo(new Trigger.Motion(0.01));
    assertThat(camera.peopleMayLeave()).isTrue();
    assertThat(camera.mostBytes()).isEqualTo(500_000_000);
  }

  @Test
  void saidNothingPeopleAreProtected() throws IOException {
    assertThat(read("").peopleMayLeave()).isFalse();
    assertThat(read("trigger = \"every-frame\"").rule(() -> false).frames()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frames-per-second = 100.0 | frames-per-second must be between",
        "width = 640 | width and height belong together",
        "people = \"yes\" | people must be blurred or as-they-are",
        "before-frames = 5 | before-frames must be fewer than burst-frames",
        "keep-mb = 0 | keep-mb must be at least 1",
        "shutter = 3 | shutter",
      })
  void whatCannotBeMeantIsRefusedWithLineAndColumn(String line, String why) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why)
        .hasMessageMatching("(?s).*line \\d+, column \\d+.*");
  }

  @Test
  void aSettingWithoutAnEffectIsAnError() {
    assertThatThrownBy(() -> read("trigger = \"every-frame\"\nquiet-s = 3"))
        .hasMessageContaining("have no effect on every-frame");
  }

  private CameraSettings read(String lines) throws IOException {
    var file = folder.resolve("station.toml");
    Files.writeString(
        file,
        """
        [station]
        name = "x"
        data = "d"
        [camera]
        hardware = "sim"
        device = "world"
        """
            + lines);
    return SettingsFile.read(file).settings().camera().orElseThrow();
  }
}
