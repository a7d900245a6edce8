package org.fieldstation.drivers.chip.aht20;

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

/** An AHT20; sections are those of Aosong's product manual AHT20, version 1.0. */
public final class Aht20 implements Sensor {
  private static final byte[] SOFT_RESET = {(byte) 0xBA}; // section 5.5
  private static final byte[] INITIALISE = {(byte) 0xBE, 0x08, 0x00}; // section 5.4, step 1
  private static final byte[] MEASURE = {(byte) 0xAC, 0x33, 0x00}; // section 5.4, step 2
  private static final byte[] STATUS = {0x71};

  private static final int BUSY = 0x80; // section 5.3, table 10
  private static final int CALIBRATED = 0x08;

  private static final Duration RESET_TIME = Duration.ofMillis(20);
  private static final Duration INITIALISING_TIME = Duration.ofMillis(10);
  private static final Duration MEASURING_TIME = Duration.ofMillis(80);

  private static final double FULL_SCALE = 1 << 20;

  private final I2cWires wires;
  private final Scheduler time;

  private Aht20(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** The chip has no id; that it becomes calibrated when told to is its proof. */
  public static Aht20 open(I2cWires wires, Scheduler time) throws InterruptedException {
    wires.write(SOFT_RESET);
    time.sleep(RESET_TIME);
    if (!calibrated(wires)) {
      wires.write(INITIALISE);
      time.sleep(INITIALISING_TIME);
      if (!calibrated(wires)) {
        throw new DeviceException(
            DeviceException.Code.ABSENT, wires.name() + ": no AHT20 here that is calibrated");
      }
    }
    return new Aht20(wires, time);
  }

  private static boolean calibrated(I2cWires wires) {
    var status = wires.writeThenRead(STATUS, 1);
    return status.length == 1 && (status[0] & (BUSY | CALIBRATED)) == CALIBRATED;
  }

  @Override
  public String name() {
    return "aht20 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY);
  }

  @Override
  public Sample read() throws InterruptedException {
    wires.write(MEASURE);
    time.sleep(MEASURING_TIME);
    var frame = wires.read(7);
    if (frame.length < 7) {
      return Sample.failed(quantities(), Code.SHORT_READ, frame.length + " bytes of 7 came");
    }
    if (checksum(frame) != frame[6]) {
      return Sample.failed(quantities(), Code.BAD_CHECKSUM, "the frame's checksum is wrong");
    }
    if ((frame[0] & BUSY) != 0) {
      return Sample.failed(quantities(), Code.NOT_READY, "still measuring after 80 ms");
    }
    if ((frame[0] & CALIBRATED) == 0) {
      return Sample.failed(quantities(), Code.POWER_ON_VALUE, "the chip lost its calibration");
    }
    int humidity = u8(frame[1]) << 12 | u8(frame[2]) << 4 | u8(frame[3]) >> 4;
    int temperature = (frame[3] & 0x0F) << 16 | u8(frame[4]) << 8 | u8(frame[5]);
    return new Sample.Builder()
        .within(0, 100, RELATIVE_HUMIDITY, humidity / FULL_SCALE * 100) // section 6.1
        .within(-40, 85, AIR_TEMPERATURE, temperature / FULL_SCALE * 200 - 50) // section 6.2
        .build();
  }

  private static int u8(byte value) {
    return Byte.toUnsignedInt(value);
  }

  /** CRC-8 of the first six bytes, polynomial 0x31 from 0xFF (section 5.4, step 4). */
  private static byte checksum(byte[] frame) {
    int crc = 0xFF;
    for (int i = 0; i < 6; i++) {
      crc ^= u8(frame[i]);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ 0x131;
      }
    }
    return (byte) crc;
  }
}
