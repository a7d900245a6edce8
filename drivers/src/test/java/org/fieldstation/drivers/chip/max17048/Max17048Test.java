package org.fieldstation.drivers.chip.max17048;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.CHARGE;
import static org.fieldstation.drivers.Quantity.CHARGE_RATE;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Max17048Test {
  private final RecordingI2c wires =
      new RecordingI2c().asked("08", "0012").asked("1a", "0100").written("1a 0000");

  @Test
  void aBatteryThatEmptiesHasANegativeRate() {
    wires.asked("02", "c000").asked("04", "5080").asked("16", "ffce").asked("1a", "0000");
    var sample = Max17048.open(wires).read();
    assertThat(sample.value(VOLTAGE).orElseThrow()).isCloseTo(3.84, within(1e-9));
    assertThat(sample.value(CHARGE)).hasValue(80.5);
    assertThat(sample.value(CHARGE_RATE).orElseThrow() * 3_600).isCloseTo(-0.104, within(1e-9));
  }

  /** The battery was taken out: the charge is a guess now, and the chip says so once. */
  @Test
  void aChipThatWasResetKnowsTheVoltageOnly() {
    wires
        .asked("02", "c000")
        .asked("04", "5080")
        .asked("16", "0000")
        .asked("1a", "0300")
        .written("1a 0200");
    var sample = Max17048.open(wires).read();
    assertThat(sample.value(VOLTAGE)).isPresent();
    assertThat(sample.faults()).hasSize(2).extracting("code").containsOnly(Code.POWER_ON_VALUE);
    wires.assertDone();
  }

  @Test
  void anotherVersionIsAnotherChip() {
    assertThatThrownBy(() -> Max17048.open(new RecordingI2c().asked("08", "ffff")))
        .hasMessageContaining("no MAX17048");
  }
}
