package org.fieldstation.drivers.chip.tsl2591;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Tsl2591Test {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires = new RecordingI2c().asked("b2", "50");

  /** 1000 counts, a quarter of them infrared, at medium gain: 750 x 0.75 x 408 / 2500. */
  @Test
  void aDuskIsMeasuredAtTheFirstGainThatCountsEnough() throws InterruptedException {
    at("00", "28000a00");
    at("10", "e803fa00").written("a000");
    var sample = Tsl2591.open(wires, time).read();
    assertThat(sample.value(ILLUMINANCE).orElseThrow()).isCloseTo(91.8, within(1e-9));
    wires.assertDone();
  }

  @Test
  void completeDarknessIsZero() throws InterruptedException {
    at("00", "00000000");
    at("10", "00000000");
    at("20", "00000000");
    at("30", "00000000").written("a000");
    assertThat(Tsl2591.open(wires, time).read().value(ILLUMINANCE)).hasValue(0);
  }

  @Test
  void aCounterAtItsEndIsNoLight() throws InterruptedException {
    at("00", "ff8f0010").written("a000");
    assertThat(Tsl2591.open(wires, time).read().faults())
        .extracting("code")
        .containsExactly(Code.OVERFLOW);
  }

  @Test
  void moreInfraredThanLightCannotBe() throws InterruptedException {
    at("00", "e803e903").written("a000");
    assertThat(Tsl2591.open(wires, time).read().faults())
        .extracting("code")
        .containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void anotherIdIsAnotherChip() {
    assertThatThrownBy(() -> Tsl2591.open(new RecordingI2c().asked("b2", "ff"), time))
        .hasMessageContaining("no TSL2591");
  }

  private RecordingI2c at(String gain, String data) {
    wires.written("a000").written("a1" + gain).written("a003");
    return wires.asked("b3", "01").asked("b4", data).asked("a0", "03" + gain);
  }
}
