package org.fieldstation.drivers.chip.scd41;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.CO2;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.Checksums;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Scd41Test {
  private static final String NOT_YET = Checksums.withSensirion("8000");
  private static final String READY = Checksums.withSensirion("8006");

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires =
      new RecordingI2c().written("3f86").written("3682").read("beef92beef92beef92").written("21b1");

  /** The data sheet's example: 500 ppm, 25 Cel, 37 %RH. */
  @Test
  void theDataSheetsExampleIsMeasuredWhenItIsReady() throws InterruptedException {
    wires.written("e4b8").read(NOT_YET).written("e4b8").read(READY);
    var words = "01f4" + "33" + "6667" + "a2" + "5eb9" + "3c";
    var sample = Scd41.open(wires.written("ec05").read(words), time).read();
    assertThat(sample.value(CO2)).hasValue(500);
    assertThat(sample.value(AIR_TEMPERATURE).orElseThrow()).isBetween(24.99, 25.01);
    assertThat(sample.faults()).isEmpty();
    wires.assertDone();
  }

  @Test
  void noCarbonDioxideAtAllIsNoAir() throws InterruptedException {
    wires.written("e4b8").read(READY);
    var words = Checksums.withSensirion("0000") + "6667a2" + "5eb93c";
    var sample = Scd41.open(wires.written("ec05").read(words), time).read();
    assertThat(sample.value(CO2)).isEmpty();
    assertThat(sample.faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void aChipThatNeverGetsReadyHasNoValue() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      wires.written("e4b8").read(NOT_YET);
    }
    assertThat(Scd41.open(wires, time).read().faults())
        .hasSize(3)
        .extracting("code")
        .containsOnly(Code.NOT_READY);
  }
}
