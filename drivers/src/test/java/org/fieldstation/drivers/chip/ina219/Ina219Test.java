package org.fieldstation.drivers.chip.ina219;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.CURRENT;
import static org.fieldstation.drivers.Quantity.POWER;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

/** 0.1 Ohm for up to 3.2 A: calibration 4194, 97.66 uA and 1.953 mW a count (SBOS448, 8.5.1). */
final class Ina219Test {
  private static final Shunt SHUNT = new Shunt(0.1, 3.2);

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires =
      new RecordingI2c().written("00 8000").asked("00", "399f").written("05 1062");

  @Test
  void aCurrentThatFlowsBackIsNegative() throws InterruptedException {
    wires.asked("02", "5dc2").asked("05", "1062").asked("04", "c000").asked("03", "0a00");
    wires.asked("05", "1062");
    var sample = Ina219.open(wires, SHUNT, time).read();
    assertThat(sample.value(VOLTAGE).orElseThrow()).isCloseTo(12, within(1e-9));
    assertThat(sample.value(CURRENT).orElseThrow()).isCloseTo(-1.6, within(1e-9));
    assertThat(sample.value(POWER).orElseThrow()).isCloseTo(5, within(1e-9));
  }

  @Test
  void anOverflowIsNoCurrent() throws InterruptedException {
    wires.asked("02", "5dc3").asked("05", "1062");
    var sample = Ina219.open(wires, SHUNT, time).read();
    assertThat(sample.value(VOLTAGE)).isPresent();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.OVERFLOW);
  }

  @Test
  void aChipThatWasResetSaysNothingAboutTheCurrentAndIsSetUpAgain() throws InterruptedException {
    wires.asked("02", "5dc2").asked("05", "0000").written("05 1062");
    var sample = Ina219.open(wires, SHUNT, time).read();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.POWER_ON_VALUE);
    wires.assertDone();
  }

  @Test
  void whatDoesNotResetIsNoIna219() {
    var other = new RecordingI2c().written("00 8000").asked("00", "0000");
    assertThatThrownBy(() -> Ina219.open(other, SHUNT, time)).hasMessageContaining("no INA219");
  }

  @Test
  void moreThanTheChipCanMeasureIsRefusedAtOnce() {
    assertThatThrownBy(() -> new Shunt(0.1, 3.3)).isInstanceOf(IllegalArgumentException.class);
  }
}
