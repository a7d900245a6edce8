package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.CHARGE;
import static org.fieldstation.drivers.Quantity.CHARGE_RATE;
import static org.fieldstation.drivers.Quantity.CURRENT;
import static org.fieldstation.drivers.Quantity.POWER;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.time.Instant;
import org.assertj.core.data.Offset;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.ads1115.Ads1115;
import org.fieldstation.drivers.chip.ads1115.FullScale;
import org.fieldstation.drivers.chip.ina219.Ina219;
import org.fieldstation.drivers.chip.ina226.Ina226;
import org.fieldstation.drivers.chip.ina226.Shunt;
import org.fieldstation.drivers.chip.max17048.Max17048;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;

/** Rows for voltages, currents and batteries. */
final class PowerVectors {
  private static final VirtualTime TIME = new VirtualTime(Instant.EPOCH);

  private PowerVectors() {}

  /** The last count of the scale is refused, so there the row is checked one count below. */
  static void ads1115(Vector row) throws InterruptedException {
    var scale = row.number("fsr_V") > 5 ? FullScale.V6_144 : FullScale.V4_096;
    boolean clipped = row.hex("conversion").equals("7fff");
    var config = scale == FullScale.V6_144 ? "c183" : "c383";
    var wires = new RecordingI2c().written("01 4583").asked("01", "c583");
    wires.written("01" + config).asked("01", config).asked("01", config);
    wires.asked("00", clipped ? "7ffe" : row.hex("conversion")).asked("01", config);
    var sample = Ads1115.open(wires, TIME).input(0, scale).read();
    double count = row.number("fsr_V") / 32_768;
    row.check("voltage_V", sample.value(VOLTAGE).orElseThrow() + (clipped ? count : 0));
  }

  static void ina219(Vector row) throws InterruptedException {
    var wires = new RecordingI2c().written("00 8000").asked("00", "399f").written("05 1062");
    var chip = Ina219.open(wires, new org.fieldstation.drivers.chip.ina219.Shunt(0.1, 3.2), TIME);
    if (row.gives("bus_reg")) {
      wires.asked("02", row.hex("bus_reg")).asked("05", "1062");
      var sample = chip.read();
      assertThat(sample.value(CURRENT)).isEmpty();
      assertThat(sample.faults()).extracting("code").containsOnly(Code.OVERFLOW);
    } else {
      assertThat(row.expectedText("calibration_reg")).isEqualTo("0x1062");
      wires.asked("02", "0008").asked("05", "1062").asked("04", "4000").asked("03", "0400");
      wires.asked("05", "1062");
      var sample = chip.read();
      double lsb = (Double) row.expected().get("current_LSB_A");
      assertThat(sample.value(CURRENT).orElseThrow()).isCloseTo(lsb * 16_384, off(1e-4));
      double powerLsb = (Double) row.expected().get("power_LSB_W");
      assertThat(sample.value(POWER).orElseThrow()).isCloseTo(powerLsb * 1_024, off(1e-9));
    }
  }

  /** An INA236 counts bus voltage in 1.6 mV and power in 32 parts, an INA226 in 1.25 mV and 25. */
  static void ina226(Vector row) throws InterruptedException {
    var calibration = "%04x".formatted(((Double) row.expected().get("calibration_reg")).intValue());
    var wires = new RecordingI2c().asked("fe", "5449").asked("ff", "2260");
    wires.written("00 4527").written("05" + calibration);
    wires.asked("02", hex(row.number("reg2"))).asked("05", calibration).asked("06", "0008");
    wires.asked("04", hex(row.number("reg4"))).asked("03", hex(row.number("reg3")));
    wires.asked("05", calibration);
    var sample = Ina226.open(wires, new Shunt(row.number("shunt_ohm"), 0.0005), TIME).read();
    row.check("current_A", sample.value(CURRENT));
    row.check("bus_V", sample.value(VOLTAGE).orElseThrow() * 1.6 / 1.25);
    row.check("power_W", sample.value(POWER).orElseThrow() * 32 / 25);
  }

  static void max17048(Vector row) {
    var wires = new RecordingI2c().asked("08", "0012").asked("1a", "0100").written("1a 0000");
    wires.asked("02", row.hex("VCELL")).asked("04", row.hex("SOC"));
    wires.asked("16", row.hex("CRATE")).asked("1a", "0000");
    var sample = Max17048.open(wires).read();
    row.check("soc_pct", sample.value(CHARGE));
    row.check("voltage_V", sample.value(VOLTAGE));
    row.check("charge_rate_pct_per_h", sample.value(CHARGE_RATE).orElseThrow() * 100 * 3_600);
  }

  private static Offset<Double> off(double slack) {
    return Offset.offset(slack);
  }

  private static String hex(double word) {
    return "%04x".formatted((int) word);
  }
}
