package org.fieldstation.station.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Finding AIR =
      new Finding(
          "air",
          "bme280 i2c-1/0x76",
          Grade.OK,
          List.of(
              new Reading(Quantity.AIR_TEMPERATURE, 23.04),
              new Reading(Quantity.AIR_PRESSURE, 90_134)),
          Words.of("sensor.ok"),
          Optional.empty(),
          "");
  private static final Finding LIGHT =
      Finding.failed(
              "light",
              Words.of("device-absent"),
              Words.of("device-absent.do"),
              "i2c-1/0x23: nobody acknowledges this address, and this line is longer than the"
                  + " terminal is wide")
          .at("bh1750 i2c-1/0x23");

  @Test
  void whatWorksTakesALineAndWhatDoesNotSaysWhatToDo() {
    assertThat(new Sheet(Tongue.of(Locale.ENGLISH)).lines(List.of(AIR, LIGHT)))
        .containsExactly(
            " ✓  air            air 23.0 °C, pressure 901.3 hPa",
            " ✗  light          is not there",
            "                   → check plug, cable and power; then: station doctor scan",
            "                   [bh1750 i2c-1/0x23]",
            "                   (i2c-1/0x23: nobody acknowledges this address, and this line",
            "                   is longer than the terminal is wide)",
            "",
            "1 fine, 0 to watch, 1 failed, 0 not looked at");
  }

  @Test
  void noLineIsWiderThanTheTerminalInChineseEither() {
    var lines = new Sheet(Tongue.of(Locale.CHINESE)).lines(List.of(AIR, LIGHT, worst()));

    assertThat(lines).allSatisfy(line -> assertThat(Wrap.width(line)).isLessThanOrEqualTo(80));
    assertThat(lines.get(2)).contains("→ 检查插头");
  }

  @Test
  void aProgramGetsACodeAndTheValuesWithTheirUnits() {
    assertThat(new Report(Tongue.of(Locale.ENGLISH)).lines(List.of(AIR, LIGHT)))
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(0))
              .contains("\"air-temperature Cel\":23.04000", "\"health\":\"ok\"");
          assertThat(lines.get(1)).contains("\"code\":\"device-absent\"");
          assertThat(lines.get(2)).isEqualTo("{\"ok\":1,\"warning\":0,\"failed\":1,\"skipped\":0}");
        });
  }

  private static Finding worst() {
    return Finding.failed(
        "journal", Words.of("journal.damaged"), Words.of("journal.damaged.do"), "破".repeat(70));
  }
}
