package org.fieldstation.drivers.chip.bme280;

import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Duration;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.wires.I2cWires;

/**
 * A BME280, or a BMP280, which is the same without humidity. It sleeps between readings (forced
 * mode, section 3.3.3): at one reading a minute the chip does not warm itself.
 */
public final class Bme280 implements Sensor {
  private static final byte ID = (byte) 0xD0;
  private static final byte RESET = (byte) 0xE0;
  private static final byte CTRL_HUM = (byte) 0xF2;
  private static final byte STATUS = (byte) 0xF3;
  private static final byte CTRL_MEAS = (byte) 0xF4;
  private static final byte CONFIG = (byte) 0xF5;
  private static final byte DATA = (byte) 0xF7;

  private static final int MEASURING = 0x08;
  private static final int COPYING_CALIBRATION = 0x01;

  /** Once each of temperature, pressure and humidity, then sleep. */
  private static final byte FORCED = 0b001_001_01;

  private static final Duration START_UP = Duration.ofMillis(2); // section 1.1, t_startup
  private static final Duration MEASURING_TIME = Duration.ofMillis(10); // section 9.1: 9.3 ms
  private static final int EXTRA_WAITS = 3;

  private static final int SKIPPED_20_BITS = 0x80000; // section 5.4.7 and 5.4.8
  private static final int SKIPPED_16_BITS = 0x8000; // section 5.4.9

  private final I2cWires wires;
  private final Scheduler time;
  private final Calibration calibration;

  private Bme280(I2cWires wires, Scheduler time, Calibration calibration) {
    this.wires = wires;
    this.time = time;
    this.calibration = calibration;
  }

  /** Proves the chip by its id, resets it and reads its calibration. */
  public static Bme280 open(I2cWires wires, Scheduler time) throws InterruptedException {
    boolean humid = hasHumidity(wires);
    wires.write(RESET, (byte) 0xB6);
    for (int i = 0; i < EXTRA_WAITS; i++) {
      time.sleep(START_UP);
      if ((registers(wires, STATUS, 1)[0] & COPYING_CALIBRATION) == 0) {
        break;
      }
    }
    var from88 = registers(wires, (byte) 0x88, 26);
    var humidity = humid ? Calibration.humidity(from88, registers(wires, (byte) 0xE1, 7)) : null;
    var calibration = Calibration.of(from88, humidity);
    if (!calibration.written()) {
      throw new DeviceException(
          DeviceException.Code.DAMAGED, wires.name() + ": the BME280 has no calibration");
    }
    wires.write(CONFIG, (byte) 0); // no filter: a filter would remember the air of an hour ago
    return new Bme280(wires, time, calibration);
  }

  private static boolean hasHumidity(I2cWires wires) {
    int id = Byte.toUnsignedInt(registers(wires, ID, 1)[0]);
    return switch (id) {
      case 0x60 -> true;
      case 0x58 -> false;
      default ->
          throw new DeviceException(
              DeviceException.Code.ABSENT,
              "%s: no BME280 or BMP280 here, register 0xD0 is 0x%02X".formatted(wires.name(), id));
    };
  }

  @Override
  public String name() {
    return (calibration.h() == null ? "bmp280 at " : "bme280 at ") + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return calibration.h() == null
        ? Set.of(AIR_TEMPERATURE, AIR_PRESSURE)
        : Set.of(AIR_TEMPERATURE, AIR_PRESSURE, RELATIVE_HUMIDITY);
  }

  @Override
  public Sample read() throws InterruptedException {
    boolean humid = calibration.h() != null;
    if (humid) {
      wires.write(CTRL_HUM, (byte) 1); // section 5.4.3: takes effect with the write to CTRL_MEAS
    }
    wires.write(CTRL_MEAS, FORCED);
    if (!measured()) {
      return Sample.failed(quantities(), Code.NOT_READY, "still measuring after 40 ms");
    }
    int length = humid ? 8 : 6;
    var data = wires.writeThenRead(new byte[] {DATA}, length);
    if (data.length < length) {
      return Sample.failed(
          quantities(), Code.SHORT_READ, data.length + " bytes of " + length + " came");
    }
    return values(data);
  }

  private boolean measured() throws InterruptedException {
    for (int i = 0; i <= EXTRA_WAITS; i++) {
      time.sleep(MEASURING_TIME);
      if ((registers(wires, STATUS, 1)[0] & MEASURING) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Without a temperature nothing can be compensated, so then there is no value at all. */
  private Sample values(byte[] data) {
    int adcT = bits20(data, 3);
    if (adcT == SKIPPED_20_BITS) {
      return Sample.failed(quantities(), Code.NOT_MEASURED, "the temperature was skipped");
    }
    int fine = Compensation.fineTemperature(adcT, calibration.t());
    var sample = new Sample.Builder();
    sample.within(-40, 85, AIR_TEMPERATURE, Compensation.celsius(fine));
    int adcP = bits20(data, 0);
    if (adcP == SKIPPED_20_BITS) {
      sample.fault(AIR_PRESSURE, Code.NOT_MEASURED, "the pressure was skipped");
    } else {
      double pascal = Compensation.pascal(adcP, fine, calibration.p());
      sample.within(30_000, 110_000, AIR_PRESSURE, pascal);
    }
    var humidity = calibration.h();
    if (humidity != null) {
      int adcH = Byte.toUnsignedInt(data[6]) << 8 | Byte.toUnsignedInt(data[7]);
      if (adcH == SKIPPED_16_BITS) {
        sample.fault(RELATIVE_HUMIDITY, Code.NOT_MEASURED, "the humidity was skipped");
      } else {
        double percent = Compensation.percent(adcH, fine, humidity);
        sample.within(0, 100, RELATIVE_HUMIDITY, percent);
      }
    }
    return sample.build();
  }

  /** The lowest four of the 20 bits are the upper half of the third byte (section 5.4.7). */
  private static int bits20(byte[] data, int at) {
    return Byte.toUnsignedInt(data[at]) << 12
        | Byte.toUnsignedInt(data[at + 1]) << 4
        | Byte.toUnsignedInt(data[at + 2]) >> 4;
  }

  private static byte[] registers(I2cWires wires, byte first, int length) {
    var bytes = wires.writeThenRead(new byte[] {first}, length);
    if (bytes.length < length) {
      throw new DeviceException(
          DeviceException.Code.LOST,
          "%s: %d bytes of %d came".formatted(wires.name(), bytes.length, length));
    }
    return bytes;
  }
}
