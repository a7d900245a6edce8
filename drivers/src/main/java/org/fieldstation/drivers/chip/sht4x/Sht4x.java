package org.fieldstation.drivers.chip.sht4x;

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

/** An SHT4x; sections are those of Sensirion's data sheet SHT4x, version 6. */
public final class Sht4x implements Sensor {
  private static final byte SOFT_RESET = (byte) 0x94; // section 4.5
  private static final byte READ_SERIAL = (byte) 0x89;
  private static final byte MEASURE_HIGH_PRECISION = (byte) 0xFD;

  private static final Duration RESET_TIME = Duration.ofMillis(1); // table 5
  private static final Duration MEASURING_TIME = Duration.ofMillis(9); // table 5: 8.3 ms

  private final I2cWires wires;
  private final Scheduler time;
  private final long serial;

  private Sht4x(I2cWires wires, Scheduler time, long serial) {
    this.wires = wires;
    this.time = time;
    this.serial = serial;
  }

  /** Proves the chip by its serial number and that number's checksums (section 4.7). */
  public static Sht4x open(I2cWires wires, Scheduler time) throws InterruptedException {
    wires.write(SOFT_RESET);
    time.sleep(RESET_TIME);
    wires.write(READ_SERIAL);
    time.sleep(RESET_TIME);
    var words = wires.read(6);
    if (words.length < 6 || checksum(words, 0) != words[2] || checksum(words, 3) != words[5]) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          wires.name() + ": no SHT4x here, its serial number makes no sense");
    }
    return new Sht4x(wires, time, (long) word(words, 0) << 16 | word(words, 3));
  }

  @Override
  public String name() {
    return "sht4x at " + wires.name();
  }

  /** What the maker calls this very part; tells a replaced sensor from the old one. */
  public long serial() {
    return serial;
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY);
  }

  @Override
  public Sample read() throws InterruptedException {
    wires.write(MEASURE_HIGH_PRECISION);
    time.sleep(MEASURING_TIME);
    var words = wires.read(6);
    if (words.length < 6) {
      return Sample.failed(quantities(), Code.SHORT_READ, words.length + " bytes of 6 came");
    }
    var sample = new Sample.Builder();
    if (checksum(words, 0) == words[2]) {
      double celsius = -45 + 175 * (word(words, 0) / 65_535.0); // section 4.6
      sample.within(-40, 125, AIR_TEMPERATURE, celsius);
    } else {
      sample.fault(AIR_TEMPERATURE, Code.BAD_CHECKSUM, "the temperature's checksum is wrong");
    }
    if (checksum(words, 3) == words[5]) {
      double percent = -6 + 125 * (word(words, 3) / 65_535.0);
      // Section 4.6: the line runs a little past both ends, and what lies there means the end.
      sample.within(0, 100, RELATIVE_HUMIDITY, Math.clamp(percent, 0.0, 100.0));
    } else {
      sample.fault(RELATIVE_HUMIDITY, Code.BAD_CHECKSUM, "the humidity's checksum is wrong");
    }
    return sample.build();
  }

  private static int word(byte[] words, int at) {
    return Byte.toUnsignedInt(words[at]) << 8 | Byte.toUnsignedInt(words[at + 1]);
  }

  /** CRC-8 of two bytes, polynomial 0x31 from 0xFF (section 4.4). */
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
