package org.fieldstation.drivers.chip.ds18b20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.Checksums;
import org.fieldstation.drivers.wires.RecordingOneWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ds18b20Test {
  @TempDir private Path folder;

  /** The data sheet's table 1, lower byte first. */
  @ParameterizedTest
  @CsvSource({
    "d007, 125",
    "9101, 25.0625",
    "a200, 10.125",
    "0800, 0.5",
    "0000, 0",
    "f8ff, -0.5",
    "5eff, -10.125",
    "6ffe, -25.0625",
    "90fc, -55"
  })
  void theDataSheetsTableIsRead(String bytes, double celsius) {
    var sensor = Ds18b20.open(new RecordingOneWire("28-1", scratchpad(bytes)));
    assertThat(sensor.read().value(AIR_TEMPERATURE)).hasValue(celsius);
  }

  @Test
  void whatItHoldsBeforeItHasMeasuredIsNoTemperature() {
    var powerOn = Checksums.withMaxim("50054b467fff0c10");
    var sample = Ds18b20.open(new RecordingOneWire("28-1", powerOn)).read();
    assertThat(sample.readings()).isEmpty();
    assertThat(sample.faults()).extracting("code").containsExactly(Code.POWER_ON_VALUE);
  }

  /** The checksum of nine zeros is right: without this check a cut cable is 0.0 Cel for ever. */
  @Test
  void aLineThatLiesOnGroundIsNoChip() {
    assertThatThrownBy(() -> Ds18b20.open(new RecordingOneWire("28-1", "00".repeat(9))))
        .isInstanceOf(DeviceException.class);
  }

  @Test
  void anotherFamilyIsNoThermometer() {
    assertThatThrownBy(() -> Ds18b20.open(new RecordingOneWire("01-1", scratchpad("0000"))))
        .hasMessageContaining("28-");
  }

  @Test
  void theKernelsTextIsReadByItsBytes() throws IOException {
    var slave = Files.createDirectory(folder.resolve("28-3c01d607a2f1"));
    var hex = scratchpad("9101").replaceAll("(..)(?!$)", "$1 ");
    Files.writeString(slave.resolve("w1_slave"), hex + " : crc=00 YES\n" + hex + " t=25062\n");
    var sensor = Ds18b20.open(new KernelSlave(slave));
    assertThat(sensor.name()).isEqualTo("ds18b20 28-3c01d607a2f1");
    assertThat(sensor.read().value(AIR_TEMPERATURE)).hasValue(25.0625);

    Files.writeString(slave.resolve("w1_slave"), "91 01");
    assertThat(sensor.read().faults()).extracting("code").containsExactly(Code.SHORT_READ);

    Files.writeString(slave.resolve("w1_slave"), "");
    assertThatThrownBy(sensor::read).satisfies(Ds18b20Test::isLost);

    Files.delete(slave.resolve("w1_slave"));
    assertThatThrownBy(sensor::read).satisfies(Ds18b20Test::isLost);
  }

  private static void isLost(Throwable fault) {
    assertThat(fault)
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.LOST));
  }

  private static String scratchpad(String temperature) {
    return Checksums.withMaxim(temperature + "4b467fff0c10");
  }
}
