package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.ds18b20.Ds18b20;
import org.fieldstation.drivers.chip.sht3x.Sht3x;
import org.fieldstation.drivers.chip.sht4x.Sht4x;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.fieldstation.drivers.wires.RecordingOneWire;

/** Rows for thermometers and hygrometers. */
final class TemperatureVectors {
  private static final double POWER_ON = 85.0;

  private TemperatureVectors() {}

  /** The scratchpad of 85.0 Cel is right and yet no temperature: it is what a reset leaves. */
  static void ds18b20(Vector row) {
    var hex =
        row.gives("scratchpad")
            ? row.hex("scratchpad")
            : Checksums.withMaxim(row.hex("scratchpad8"));
    var sample = Ds18b20.open(new RecordingOneWire("28-00", hex)).read();
    if (row.expected().get("temperature_C").equals(POWER_ON)) {
      assertThat(sample.faults()).extracting("code").containsExactly(Code.POWER_ON_VALUE);
    } else {
      row.check("temperature_C", sample.value(AIR_TEMPERATURE));
    }
  }

  static void sht3x(Vector row) throws InterruptedException {
    var wires = new RecordingI2c().written("30a2").asked("f32d", "8010e1");
    wires.written("2400").read(row.hex("response"));
    humidAir(row, Sht3x.open(wires, new VirtualTime(Instant.EPOCH)).read());
  }

  static void sht4x(Vector row) throws InterruptedException {
    var wires = new RecordingI2c().written("94").written("89").read("beef92beef92");
    wires.written(row.hex("cmd")).read(row.hex("response"));
    humidAir(row, Sht4x.open(wires, new VirtualTime(Instant.EPOCH)).read());
  }

  private static void humidAir(Vector row, Sample sample) {
    if (row.expected().containsKey("error")) {
      assertThat(sample.value(AIR_TEMPERATURE)).isEmpty();
      assertThat(sample.faults()).extracting("code").containsOnly(Code.BAD_CHECKSUM);
    } else {
      row.check("temperature_C", sample.value(AIR_TEMPERATURE));
      row.check("humidity_pct", sample.value(RELATIVE_HUMIDITY));
    }
  }
}
