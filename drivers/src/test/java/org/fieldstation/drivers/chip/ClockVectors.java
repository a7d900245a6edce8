package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.CHIP_TEMPERATURE;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.ds3231.ClockReading.Running;
import org.fieldstation.drivers.chip.ds3231.Ds3231;
import org.fieldstation.drivers.wires.RecordingI2c;

/** Rows for the clock. */
final class ClockVectors {
  private ClockVectors() {}

  /** The row's 127.75 Cel is the largest the registers hold, and hotter than the chip may be. */
  static void ds3231(Vector row) {
    var wires = new RecordingI2c().asked("0f", "00");
    var clock = Ds3231.open(wires);
    if (row.gives("reg_00_len7")) {
      wires.asked("0f", "00").asked("00", row.hex("reg_00_len7"));
      var expected = Instant.parse(row.expectedText("datetime") + "Z");
      assertThat(clock.time()).isEqualTo(new Running(expected));
    } else {
      wires.asked("11", row.hex("reg_11_len2")).asked("05", "01");
      var sample = clock.read();
      assertThat(sample.value(CHIP_TEMPERATURE)).isEmpty();
      assertThat(sample.faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
      assertThat(sample.faults().getFirst().detail())
          .startsWith("%.2f Cel".formatted((Double) row.expected().get("temperature_C")));
    }
  }
}
