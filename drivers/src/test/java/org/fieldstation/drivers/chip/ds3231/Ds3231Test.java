package org.fieldstation.drivers.chip.ds3231;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.CHIP_TEMPERATURE;

import java.time.Instant;
import org.fieldstation.drivers.chip.ds3231.ClockReading.Invalid;
import org.fieldstation.drivers.chip.ds3231.ClockReading.Running;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Ds3231Test {
  private final RecordingI2c wires = new RecordingI2c().asked("0f", "00");
  private final Ds3231 clock = Ds3231.open(wires);

  @Test
  void aRunningClockTellsTheTime() {
    wires.asked("0f", "00").asked("00", "59 58 23 06 31 12 26");
    assertThat(clock.time()).isEqualTo(new Running(Instant.parse("2026-12-31T23:58:59Z")));
  }

  /** An empty battery leaves a date that looks like any other; only this flag tells. */
  @Test
  void aClockThatHasStoppedKnowsNoTimeWhateverItsRegistersSay() {
    wires.asked("0f", "88");
    assertThat(clock.time()).isInstanceOf(Invalid.class);
    wires.assertDone();
  }

  @Test
  void digitsThatAreNoDateAreNoTime() {
    wires.asked("0f", "00").asked("00", "5a 58 23 06 31 12 26");
    assertThat(clock.time()).isInstanceOf(Invalid.class);
    wires.asked("0f", "00").asked("00", "59 58 23 06 31 02 26");
    assertThat(clock.time()).isInstanceOf(Invalid.class);
    wires.asked("0f", "00").asked("00", "00 00 00 00 00 00 00");
    assertThat(clock.time()).isInstanceOf(Invalid.class);
  }

  @Test
  void twelveHoursAndTheNextCenturyAreUnderstood() {
    wires.asked("0f", "00").asked("00", "00 00 72 01 01 81 05");
    assertThat(clock.time()).isEqualTo(new Running(Instant.parse("2105-01-01T12:00:00Z")));
    wires.asked("0f", "00").asked("00", "00 00 52 01 01 01 05");
    assertThat(clock.time()).isEqualTo(new Running(Instant.parse("2005-01-01T00:00:00Z")));
  }

  @Test
  void settingItForgetsTheStopLast() {
    wires.written("0e 04").written("00 59 58 23 04 31 12 26").asked("0f", "88").written("0f 08");
    clock.set(Instant.parse("2026-12-31T23:58:59.7Z"));
    wires.assertDone();
  }

  @Test
  void coldIsNegative() {
    wires.asked("11", "f640").asked("05", "01");
    assertThat(clock.read().value(CHIP_TEMPERATURE)).hasValue(-9.75);
  }

  @Test
  void aStatusThatCannotBeIsNoDs3231() {
    assertThatThrownBy(() -> Ds3231.open(new RecordingI2c().asked("0f", "ff")))
        .hasMessageContaining("no DS3231");
  }
}
