package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TogetherTest {
  private static final String HEAD =
      """
      [station]
      name = "a"
      data = "d"
      [board]
      profile = "raspberry-pi-4"
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bme281 | i2c/0x76 | | no driver for \"bme281\" | line 8, column 1",
        "bme280 | pin11 | | a bme280 cannot be at gpio17 | line 9, column 1",
        "ina219 | i2c/0x40 | shunt-ohms = 0.1 | no option \"shunt-ohms\"; it has shunt-ohm | line"
            + " 10, column 13",
        "ina219 | i2c/0x40 | shunt-ohm = 100.0 | it must be from 1.0E-4 to 10.0 | line 10, column"
            + " 13",
        "bme280 | i2c/0x76 | oversampling = 2.0 | a bme280 has no option | line 10, column 13",
        "soil | i2c/0x48/1 | dry-volts = 2.8 | must be told its \"wet-volts\" | line 8, column 1",
      })
  void whatAChipCannotBeToldIsRefusedWithLineAndColumn(
      String chip, String at, String option, String why, String where) {
    var options = option == null ? "" : "options = { " + option + " }\n";
    assertThatThrownBy(() ->
            read(
                """
                [[sensor]]
                name = "x"
                chip = "%s"
                at = "%s"
                """
                        .formatted(chip, at)
                    + options))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(where);
  }

  @Test
  void aCameraThatWaitsForADetectorNeedsOne() throws IOException {
    var camera =
        """
        [camera]
        hardware = "linux"
        device = "rpicam"
        trigger = "pir"
        """;
    assertThatThrownBy(() -> read(camera))
        .hasMessageContaining("needs a [[board.contact]] with use = \"motion\"")
        .hasMessageContaining("line 9, column 1");

    var pir = "[[board.contact]]\nname = 'pir'\nuse = 'motion'\nat = 'pin11'\n";
    assertThat(read(pir + camera).camera().orElseThrow().listensToPir()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "board.infrared | at = 'pwm-pin12' | has no effect without a [camera] | line 7, column 1",
        "silence | modem-after-min = 60 | needs a [[board.outlet]] with name = \"modem\" | line 7,"
            + " column 1",
      })
  void whatNeedsAnotherPartIsRefusedWithoutIt(String table, String line, String why, String where) {
    assertThatThrownBy(() -> read("[" + table + "]\n" + line + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(where);
  }

  @Test
  void aLampForEventsNeedsADetectorAndOnAPinItHasNoLevel() {
    var camera = "[camera]\nhardware = 'linux'\ndevice = 'rpicam'\n";
    assertThatThrownBy(() -> read("infrared = { at = 'pin16', level = 0.5 }\n" + camera))
        .hasMessageContaining("lit = \"event\" needs a camera with trigger")
        .hasMessageContaining("level has no effect on a pin");
  }

  private Settings read(String lines) throws IOException {
    var file = folder.resolve("station.toml");
    return SettingsFile.read(Files.writeString(file, HEAD + lines)).settings();
  }
}
