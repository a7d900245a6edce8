package org.fieldstation.drivers.chip.sht3x;

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

/** An SHT3x in single shots; sections are those of Sensirion's data sheet SHT3x-DIS, version 7. */
public final class Sht3x implements Sensor {
  private static final byte[] SOFT_RESET = {0x30, (byte) 0xA2}; // section 4.9
  private static final byte[] READ_STATUS = {(byte) 0xF3, 0x2D}; // section 4.11

  /** High repeatability, no clock stretching: a bus that a chip can hold is a bus that hangs. */
  private static final byte[] SINGLE_SHOT = {0x24, 0x00}; // section 4.3

  private static final Duration RESET_TIME = Duration.ofMillis(2); // table 4: 1.5 ms
  private static final Duration MEASURING_TIME = Duration.ofMillis(16); // table 4: 15.5 ms

  private final I2cWires wires;
  private final Scheduler time;

  private Sht3x(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** The chip has no id; a status word with a right checksum is its proof. */
  public static Sht3x open(I2cWires wires, Scheduler time) throws InterruptedException {
    wires.write(SOFT_RESET);
    time.sleep(RESET_TIME);
    var status = wires.writeThenRead(READ_STATUS, 3);
    if (status.length < 3 || checksum(status, 0) != status[2]) {
      throw new DeviceException(
          DeviceException.Code.ABSENT, wires.name() + ": no SHT3x here, its status makes no sense");
    }
    return new Sht3x(wires, time);
  }

  @Override
  public String name() {
    return "sht3x at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY);
  }

  @Override
  public Sample read() throws InterruptedException {
    wires.write(SINGLE_SHOT);
    time.sleep(MEASURING_TIME);
    var words = wires.read(6);
    if (words.length < 6) {
      return Sample.failed(quantities(), Code.SHORT_READ, words.length + " bytes of 6 came");
    }
    var sample = new Sample.Builder();
    if (checksum(words, 0) == words[2]) { // section 4.13
      sample.within(-40, 125, AIR_TEMPERATURE, -45 + 175 * ratio(words, 0));
    } else {
      sample.fault(AIR_TEMPERATURE, Code.BAD_CHECKSUM, "the temperature's checksum is wrong");
    }
    if (checksum(words, 3) == words[5]) {
      sample.within(0, 100, RELATIVE_HUMIDITY, 100 * ratio(words, 3));
    } else {
      sample.fault(RELATIVE_HUMIDITY, Code.BAD_CHECKSUM, "the humidity's checksum is wrong");
    }
    return sample.build();
  }

  private static double ratio(byte[] words, int at) {
    int word = Byte.toUnsignedInt(words[at]) << 8 | Byte.toUnsignedInt(words[at + 1]);
    return word / 65_535.0;
  }

  /** CRC-8 of two bytes, polynomial 0x31 from 0xFF (section 4.12: 0xBEEF gives 0x92). */
  private static byte checksum(byte[] words, int at) {
    int crc = 0xFF;
    for (int i = at; i < at + 2; i++) {
      crc ^= Byte.toUnsignedInt(words[i]);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ 0x131;
      }
    }
    return (byte) crc;
  }
}
