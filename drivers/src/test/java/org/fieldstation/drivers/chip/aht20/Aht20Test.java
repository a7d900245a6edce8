package org.fieldstation.drivers.chip.aht20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.Checksums;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Aht20Test {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  /** Half of the scale is 50 %RH, three eighths of it are 25 Cel: sections 6.1 and 6.2. */
  @Test
  void twentyBitsOfEachAreTakenApart() throws InterruptedException {
    var sample = measured("18 80000 60000");
    assertThat(sample.value(RELATIVE_HUMIDITY)).hasValue(50);
    assertThat(sample.value(AIR_TEMPERATURE)).hasValue(25);
  }

  @Test
  void aBusyChipHasNoValue() throws InterruptedException {
    var sample = measured("98 80000 60000");
    assertThat(sample.readings()).isEmpty();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.NOT_READY);
  }

  @Test
  void aChipThatForgotItsCalibrationHasNoValue() throws InterruptedException {
    assertThat(measured("10 80000 60000").faults())
        .extracting("code")
        .containsOnly(Code.POWER_ON_VALUE);
  }

  @Test
  void itIsInitialisedWhenItAsksForIt() throws InterruptedException {
    var wires = new RecordingI2c().written("ba").asked("71", "10");
    wires.written("be0800").asked("71", "18");
    assertThat(Aht20.open(wires, time).name()).isEqualTo("aht20 at i2c-1/0x42");
  }

  @Test
  void whatNeverBecomesCalibratedIsNoAht20() {
    var wires = new RecordingI2c().written("ba").asked("71", "ff");
    wires.written("be0800").asked("71", "ff");
    assertThatThrownBy(() -> Aht20.open(wires, time)).hasMessageContaining("no AHT20");
  }

  private Sample measured(String frame) throws InterruptedException {
    var wires = new RecordingI2c().written("ba").asked("71", "18").written("ac3300");
    return Aht20.open(wires.read(Checksums.withSensirion(frame)), time).read();
  }
}
