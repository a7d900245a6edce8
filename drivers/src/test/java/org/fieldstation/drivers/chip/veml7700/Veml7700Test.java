package org.fieldstation.drivers.chip.veml7700;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Veml7700Test {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires = new RecordingI2c().asked("07", "81c4");

  @Test
  void fullSunIsMeasuredInTheFirstRangeAndMadeStraight() throws InterruptedException {
    at("0113", "0013", "401f").written("00 0100"); // 8000 counts of 1.8432 lx
    double x = 14_745.6;
    double bent = 6.0135e-13 * Math.pow(x, 4) - 9.3924e-9 * Math.pow(x, 3) + 8.1488e-5 * x * x;
    assertThat(Veml7700.open(wires, time).read().value(ILLUMINANCE).orElseThrow())
        .isCloseTo(bent + 1.0023 * x, within(1e-6));
    wires.assertDone();
  }

  @Test
  void starlightIsMeasuredInTheLast() throws InterruptedException {
    at("0113", "0013", "0000");
    at("0110", "0010", "0000");
    at("0100", "0000", "0000");
    at("c108", "c008", "0200").written("00 0100");
    assertThat(Veml7700.open(wires, time).read().value(ILLUMINANCE).orElseThrow())
        .isCloseTo(0.0072, within(1e-9));
    wires.assertDone();
  }

  @Test
  void aCounterAtItsEndIsNoLight() throws InterruptedException {
    at("0113", "0013", "ffff").written("00 0100");
    assertThat(Veml7700.open(wires, time).read().faults())
        .extracting("code")
        .containsExactly(Code.OVERFLOW);
  }

  @Test
  void anotherIdIsAnotherChip() {
    assertThatThrownBy(() -> Veml7700.open(new RecordingI2c().asked("07", "ffff"), time))
        .hasMessageContaining("no VEML7700");
  }

  private RecordingI2c at(String off, String on, String counts) {
    return wires.written("00" + off).written("00" + on).asked("04", counts).asked("00", on);
  }
}
