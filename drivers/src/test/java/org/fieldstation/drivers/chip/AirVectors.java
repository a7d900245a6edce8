package org.fieldstation.drivers.chip;

import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.CO2;
import static org.fieldstation.drivers.Quantity.PM1;
import static org.fieldstation.drivers.Quantity.PM10;
import static org.fieldstation.drivers.Quantity.PM2_5;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.fieldstation.drivers.chip.pms5003.Pms5003;
import org.fieldstation.drivers.chip.scd41.Scd41;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.fieldstation.drivers.wires.RecordingLine;

/** Rows for what is in the air. */
final class AirVectors {
  private AirVectors() {}

  static void scd41(Vector row) throws InterruptedException {
    var wires = new RecordingI2c().written("3f86").written("3682").read("beef92beef92beef92");
    wires.written("21b1").written("e4b8").read(Checksums.withSensirion("8006"));
    wires.written("ec05").read(row.hex("response"));
    var sample = Scd41.open(wires, new VirtualTime(Instant.EPOCH)).read();
    row.check("co2_ppm", sample.value(CO2));
    row.check("temperature_C", sample.value(AIR_TEMPERATURE));
    row.check("humidity_pct", sample.value(RELATIVE_HUMIDITY));
  }

  static void pms5003(Vector row) throws InterruptedException {
    var time = new VirtualTime(Instant.EPOCH);
    var twice = HexFormat.of().parseHex(row.hex("frame").repeat(2));
    var sensor = Pms5003.open(new RecordingLine(twice, time), time);
    time.sleep(Duration.ofSeconds(31));
    var sample = sensor.read();
    row.check("pm1_0", sample.value(PM1));
    row.check("pm2_5", sample.value(PM2_5));
    row.check("pm10", sample.value(PM10));
  }
}
