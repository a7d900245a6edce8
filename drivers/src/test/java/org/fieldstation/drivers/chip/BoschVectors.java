package org.fieldstation.drivers.chip;

import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Instant;
import org.fieldstation.drivers.chip.bme280.Bme280;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;

/** Rows for the BME280 and BMP280. */
final class BoschVectors {
  private static final String CALIBRATION =
      "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 00 4b";
  private static final String HUMID_CALIBRATION = "6b01 00 13 2b 03 1e";

  private BoschVectors() {}

  static void check(Vector row) throws InterruptedException {
    boolean humid = !row.device().equals("BMP280");
    var calibration = CALIBRATION;
    var humidCalibration = HUMID_CALIBRATION;
    var data = "";
    if (row.gives("dig_T")) {
      calibration = words(row.integers("dig_T")) + words(row.integers("dig_P")) + "00";
      var h = row.integers("dig_H");
      calibration += byteHex(h[0]);
      humidCalibration =
          words(h[1])
              + byteHex(h[2])
              + byteHex(h[3] >> 4)
              + byteHex((h[3] & 15) | (h[4] & 15) << 4)
              + byteHex(h[4] >> 4)
              + byteHex(h[5]);
      data =
          "%05x0%05x0%04x"
              .formatted(
                  (int) row.number("adc_P"), (int) row.number("adc_T"), (int) row.number("adc_H"));
    } else if (row.gives("reg_88_len26")) {
      calibration = row.hex("reg_88_len26");
      humidCalibration = humid ? row.hex("reg_E1_len7") : "";
      data = row.hex(humid ? "reg_F7_len8" : "reg_F7_len6");
    } else {
      data = row.hex("reg_F7_len8");
    }
    measure(row, humid, calibration, humidCalibration, data);
  }

  private static void measure(
      Vector row, boolean humid, String calibration, String humidCalibration, String data)
      throws InterruptedException {
    var wires =
        new RecordingI2c().asked("d0", humid ? "60" : "58").written("e0b6").asked("f3", "00");
    wires.asked("88", calibration);
    if (humid) {
      wires.asked("e1", humidCalibration);
    }
    wires.written("f500");
    if (humid) {
      wires.written("f201");
    }
    wires.written("f425").asked("f3", "00").asked("f7", data);
    var sample = Bme280.open(wires, new VirtualTime(Instant.EPOCH)).read();
    row.check("temperature_C", sample.value(AIR_TEMPERATURE));
    row.check("pressure_Pa", sample.value(AIR_PRESSURE));
    row.check("humidity_pct", sample.value(RELATIVE_HUMIDITY));
    wires.assertDone();
  }

  /** Sixteen bits each, the lower byte first. */
  private static String words(int... values) {
    var hex = new StringBuilder();
    for (int value : values) {
      hex.append(byteHex(value)).append(byteHex(value >> 8));
    }
    return hex.toString();
  }

  private static String byteHex(int value) {
    return "%02x".formatted(value & 0xFF);
  }
}
