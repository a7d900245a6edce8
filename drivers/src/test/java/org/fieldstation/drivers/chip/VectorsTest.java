package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the vectors goes through the whole driver of its chip, from wires to value. */
final class VectorsTest {

  @Test
  void noRowIsForgotten() {
    assertThat(Vector.all()).hasSize(29);
  }

  @TestFactory
  Stream<DynamicTest> eachRowMeansWhatItsSourceSays() {
    return Vector.all()
        .filter(row -> !row.device().startsWith("derived:")) // the weather's own test has those
        .filter(row -> !row.device().equals("OPT3001")) // no driver: not on the list of chips
        .map(row -> DynamicTest.dynamicTest(row.device() + " " + row.input(), () -> check(row)));
  }

  private static void check(Vector row) throws InterruptedException {
    switch (row.device()) {
      case "BMP280/BME280", "BME280", "BMP280" -> BoschVectors.check(row);
      case "DS18B20" -> TemperatureVectors.ds18b20(row);
      case "SHT3x" -> TemperatureVectors.sht3x(row);
      case "SHT4x" -> TemperatureVectors.sht4x(row);
      case "SCD41" -> AirVectors.scd41(row);
      case "PMS5003" -> AirVectors.pms5003(row);
      case "BH1750" -> LightVectors.bh1750(row);
      case "VEML7700/VEML6030" -> LightVectors.veml7700(row);
      case "ADS1115" -> PowerVectors.ads1115(row);
      case "INA219" -> PowerVectors.ina219(row);
      case "INA236 (INA226 register map)" -> PowerVectors.ina226(row);
      case "MAX17048" -> PowerVectors.max17048(row);
      case "DS3231" -> ClockVectors.ds3231(row);
      default -> throw new AssertionError("no driver for " + row.device());
    }
  }
}
