package org.fieldstation.drivers.chip.scd41;

import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.CO2;
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

/** An SCD41 that measures every 5 s; sections are those of Sensirion's data sheet SCD4x, 1.4. */
public final class Scd41 implements Sensor {
  private static final byte[] STOP = {0x3F, (byte) 0x86}; // section 3.5.3
  private static final byte[] SERIAL = {0x36, (byte) 0x82}; // section 3.9.2
  private static final byte[] START = {0x21, (byte) 0xB1}; // section 3.5.1
  private static final byte[] READY = {(byte) 0xE4, (byte) 0xB8}; // section 3.8.2
  private static final byte[] MEASUREMENT = {(byte) 0xEC, 0x05}; // section 3.5.2

  private static final Duration STOP_TIME = Duration.ofMillis(500);
  private static final Duration COMMAND_TIME = Duration.ofMillis(1);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final int TRIES = 12; // a little more than the 5 s between two measurements
  private static final int READY_BITS = 0x07FF;

  private final I2cWires wires;
  private final Scheduler time;

  private Scd41(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /**
   * Proves the chip by its serial number's three checksums. It answers that only when it does not
   * measure, which it may still do from before a restart of the station.
   */
  public static Scd41 open(I2cWires wires, Scheduler time) throws InterruptedException {
    wires.write(STOP);
    time.sleep(STOP_TIME);
    var chip = new Scd41(wires, time);
    var serial = chip.ask(SERIAL, 9);
    if (serial.length < 9 || !sound(serial, 0) || !sound(serial, 3) || !sound(serial, 6)) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          wires.name() + ": no SCD41 here, its serial number makes no sense");
    }
    wires.write(START);
    return chip;
  }

  @Override
  public String name() {
    return "scd41 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(CO2, AIR_TEMPERATURE, RELATIVE_HUMIDITY);
  }

  @Override
  public Sample read() throws InterruptedException {
    if (!ready()) {
      return Sample.failed(quantities(), Code.NOT_READY, "no new measurement in 6 s");
    }
    var words = ask(MEASUREMENT, 9);
    if (words.length < 9) {
      return Sample.failed(quantities(), Code.SHORT_READ, words.length + " bytes of 9 came");
    }
    var sample = new Sample.Builder();
    if (sound(words, 0)) {
      sample.within(1, 40_000, CO2, word(words, 0)); // 0 ppm is a chip that could not see
    } else {
      sample.fault(CO2, Code.BAD_CHECKSUM, "the checksum of the CO2 is wrong");
    }
    if (sound(words, 3)) {
      sample.within(-10, 60, AIR_TEMPERATURE, -45 + 175 * (word(words, 3) / 65_535.0));
    } else {
      sample.fault(AIR_TEMPERATURE, Code.BAD_CHECKSUM, "the temperature's checksum is wrong");
    }
    if (sound(words, 6)) {
      sample.within(0, 100, RELATIVE_HUMIDITY, 100 * (word(words, 6) / 65_535.0));
    } else {
      sample.fault(RELATIVE_HUMIDITY, Code.BAD_CHECKSUM, "the humidity's checksum is wrong");
    }
    return sample.build();
  }

  private boolean ready() throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      var status = ask(READY, 3);
      if (status.length == 3 && sound(status, 0) && (word(status, 0) & READY_BITS) != 0) {
        return true;
      }
      time.sleep(BETWEEN_TRIES);
    }
    return false;
  }

  private byte[] ask(byte[] command, int length) throws InterruptedException {
    wires.write(command);
    time.sleep(COMMAND_TIME);
    return wires.read(length);
  }

  private static int word(byte[] words, int at) {
    return Byte.toUnsignedInt(words[at]) << 8 | Byte.toUnsignedInt(words[at + 1]);
  }

  /** CRC-8 of two bytes, polynomial 0x31 from 0xFF (section 3.11), against the third. */
  private static boolean sound(byte[] words, int at) {
    int crc = 0xFF;
    for (int i = at; i < at + 2; i++) {
      crc ^= Byte.toUnsignedInt(words[i]);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ 0x131;
      }
    }
    return (byte) crc == words[at + 2];
  }
}
