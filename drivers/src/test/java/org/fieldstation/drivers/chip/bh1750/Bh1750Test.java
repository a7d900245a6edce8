package org.fieldstation.drivers.chip.bh1750;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Bh1750Test {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  /** The technical note's example: 0x8390 are 28067 lx. */
  @Test
  void countsOverOnePointTwoAreLux() throws InterruptedException {
    assertThat(measured("8390").value(ILLUMINANCE).orElseThrow()).isCloseTo(28_067, within(0.5));
  }

  @Test
  void aCounterAtItsEndIsNoLight() throws InterruptedException {
    assertThat(measured("ffff").faults()).extracting("code").containsExactly(Code.OVERFLOW);
  }

  @Test
  void oneByteIsNoLight() throws InterruptedException {
    assertThat(measured("83").faults()).extracting("code").containsExactly(Code.SHORT_READ);
  }

  @Test
  void whatGivesNoTwoBytesAtStartIsNoBh1750() {
    assertThatThrownBy(() -> Bh1750.open(measuring(new RecordingI2c(), ""), time))
        .hasMessageContaining("no BH1750");
  }

  private Sample measured(String counts) throws InterruptedException {
    var wires = measuring(measuring(new RecordingI2c(), "0000"), counts);
    return Bh1750.open(wires, time).read();
  }

  private static RecordingI2c measuring(RecordingI2c wires, String counts) {
    return wires.written("01").written("42").written("65").written("20").read(counts);
  }
}
