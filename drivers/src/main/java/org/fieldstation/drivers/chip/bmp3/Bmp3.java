package org.fieldstation.drivers.chip.bmp3;

import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;

import java.time.Duration;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.wires.I2cWires;

/** A BMP388 or BMP390 in forced mode; sections are those of BST-BMP388-DS001. */
public final class Bmp3 implements Sensor {
  private static final byte CHIP_ID = 0x00;
  private static final byte STATUS = 0x03;
  private static final byte DATA = 0x04;
  private static final byte PWR_CTRL = 0x1B;
  private static final byte OSR = 0x1C;
  private static final byte CONFIG = 0x1F;
  private static final byte CALIBRATION = 0x31;
  private static final byte CMD = 0x7E;

  private static final byte FORCED_BOTH = 0b0001_0011; // section 4.3.17
  private static final int DATA_READY_BOTH = 0b0110_0000; // section 4.3.3

  private static final int AFTER_RESET = 0x800000; // section 4.3.4, reset state

  private static final Duration START_UP = Duration.ofMillis(2);
  private static final Duration MEASURING_TIME = Duration.ofMillis(6); // section 3.9.2: 4.9 ms
  private static final int EXTRA_WAITS = 3;

  private final I2cWires wires;
  private final Scheduler time;
  private final String chip;
  private final Calibration calibration;

  private Bmp3(I2cWires wires, Scheduler time, String chip, Calibration calibration) {
    this.wires = wires;
    this.time = time;
    this.chip = chip;
    this.calibration = calibration;
  }

  /** Proves the chip by its id, resets it and reads its calibration. */
  public static Bmp3 open(I2cWires wires, Scheduler time) throws InterruptedException {
    var chip = chip(wires);
    wires.write(CMD, (byte) 0xB6); // section 4.3.21: soft reset
    time.sleep(START_UP);
    var calibration = Calibration.of(registers(wires, CALIBRATION, Calibration.BYTES));
    if (!calibration.written()) {
      throw new DeviceException(
          DeviceException.Code.DAMAGED,
          "%s: the %s has no calibration".formatted(wires.name(), chip));
    }
    wires.write(OSR, (byte) 0); // once each
    wires.write(CONFIG, (byte) 0); // no filter
    return new Bmp3(wires, time, chip, calibration);
  }

  private static String chip(I2cWires wires) {
    int id = Byte.toUnsignedInt(registers(wires, CHIP_ID, 1)[0]);
    return switch (id) {
      case 0x50 -> "bmp388";
      case 0x60 -> "bmp390";
      default ->
          throw new DeviceException(
              DeviceException.Code.ABSENT,
              "%s: no BMP388 or BMP390 here, register 0x00 is 0x%02X".formatted(wires.name(), id));
    };
  }

  @Override
  public String name() {
    return chip + " at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(AIR_TEMPERATURE, AIR_PRESSURE);
  }

  @Override
  public Sample read() throws InterruptedException {
    wires.write(PWR_CTRL, FORCED_BOTH);
    if (!measured()) {
      return Sample.failed(quantities(), Code.NOT_READY, "no new data after 24 ms");
    }
    var data = wires.writeThenRead(new byte[] {DATA}, 6);
    if (data.length < 6) {
      return Sample.failed(quantities(), Code.SHORT_READ, data.length + " bytes of 6 came");
    }
    if (bits24(data, 0) == AFTER_RESET || bits24(data, 3) == AFTER_RESET) {
      return Sample.failed(quantities(), Code.POWER_ON_VALUE, "the chip was reset");
    }
    double celsius = calibration.celsius(bits24(data, 3));
    return new Sample.Builder()
        .within(-40, 85, AIR_TEMPERATURE, celsius)
        .within(30_000, 125_000, AIR_PRESSURE, calibration.pascal(bits24(data, 0), celsius))
        .build();
  }

  private boolean measured() throws InterruptedException {
    for (int i = 0; i <= EXTRA_WAITS; i++) {
      time.sleep(MEASURING_TIME);
      if ((registers(wires, STATUS, 1)[0] & DATA_READY_BOTH) == DATA_READY_BOTH) {
        return true;
      }
    }
    return false;
  }

  private static int bits24(byte[] data, int at) {
    return Byte.toUnsignedInt(data[at])
        | Byte.toUnsignedInt(data[at + 1]) << 8
        | Byte.toUnsignedInt(data[at + 2]) << 16;
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
