package org.fieldstation.drivers.chip.ina226;

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

/** The numbers are the worked example of SBOS547, section 7.5: 10 A through 2 mOhm. */
final class Ina226Test {
  private static final Shunt SHUNT = new Shunt(0.002, 0.001);

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires =
      new RecordingI2c()
          .asked("fe", "5449")
          .asked("ff", "2260")
          .written("00 4527")
          .written("05 0a00");

  @Test
  void theDataSheetsExampleIsMeasured() throws InterruptedException {
    wires.asked("02", "2570").asked("05", "0a00").asked("06", "0008");
    wires.asked("04", "2710").asked("03", "12b8").asked("05", "0a00");
    var sample = Ina226.open(wires, SHUNT, time).read();
    assertThat(sample.value(VOLTAGE).orElseThrow()).isCloseTo(11.98, within(1e-9));
    assertThat(sample.value(CURRENT).orElseThrow()).isCloseTo(10, within(1e-9));
    assertThat(sample.value(POWER).orElseThrow()).isCloseTo(119.8, within(1e-9));
  }

  /** After a dip of the supply the chip says 0 A; that must not become "the panel is dead". */
  @Test
  void aChipThatWasResetSaysNothingAboutTheCurrentAndIsSetUpAgain() throws InterruptedException {
    wires.asked("02", "2570").asked("05", "0000").written("00 4527").written("05 0a00");
    var sample = Ina226.open(wires, SHUNT, time).read();
    assertThat(sample.value(CURRENT)).isEmpty();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.POWER_ON_VALUE);
    wires.assertDone();
  }

  @Test
  void anOverflowIsNoCurrent() throws InterruptedException {
    wires.asked("02", "2570").asked("05", "0a00").asked("06", "000c");
    var sample = Ina226.open(wires, SHUNT, time).read();
    assertThat(sample.value(VOLTAGE)).isPresent();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.OVERFLOW);
  }

  @Test
  void anotherMakersChipIsNotTaken() {
    var other = new RecordingI2c().asked("fe", "ffff").asked("ff", "ffff");
    assertThatThrownBy(() -> Ina226.open(other, SHUNT, time)).hasMessageContaining("no INA226");
  }

  @Test
  void aShuntFinerThanTheChipCountsIsRefused() {
    assertThatThrownBy(() -> new Shunt(0.001, 0.000_1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
