package org.fieldstation.drivers.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldstation.drivers.chip.Vector;
import org.junit.jupiter.api.Test;

final class AirTest {

  @Test
  void theRecordedVectorsHold() {
    Vector.all()
        .filter(row -> row.device().startsWith("derived:"))
        .forEach(row -> {
          switch (row.device()) {
            case "derived:dewpoint" -> {
              double celsius = (row.number("temperature_F") - 32) / 1.8;
              double dew = Air.dewPointCelsius(celsius, row.number("humidity_pct"));
              row.check("dewpoint_F", dew * 1.8 + 32);
            }
            case "derived:altimeter(QNH)" ->
                row.check(
                    "altimeter_hPa",
                    Air.qnhPascal(
                            row.number("station_pressure_hPa") * 100, row.number("elevation_m"))
                        / 100);
            case "derived:humidex" ->
                row.check(
                    "humidex_C",
                    Air.humidexCelsius(row.number("temperature_C"), row.number("humidity_pct")));
            default -> throw new AssertionError(row.device());
          }
        });
  }

  /** The standard atmosphere's own table: 89874.6 Pa at 1000 m. */
  @Test
  void inTheStandardAtmosphereQnhIsTheSeaLevelPressure() {
    assertThat(Air.qnhPascal(89_874.6, 1_000)).isCloseTo(101_325, within(20.0));
    assertThat(Air.qnhPascal(101_325, 0)).isCloseTo(101_325, within(1e-6));
  }

  @Test
  void inTheStandardAtmosphereWithoutVapourQffIsTheSeaLevelPressureToo() {
    assertThat(Air.qffPascal(95_461.3, 500, 11.75, 0)).isCloseTo(101_325, within(20.0));
  }

  @Test
  void saturationIsThatOfTheTables() {
    assertThat(Air.saturationPascal(0)).isCloseTo(611.2, within(0.1));
    assertThat(Air.saturationPascal(20)).isCloseTo(2_339, within(10.0));
    assertThat(Air.dewPointCelsius(15, 100)).isCloseTo(15, within(1e-9));
  }
}
