package org.fieldstation.drivers.chip.tsl2591;

import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

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
 * A TSL2591 at an integration time of 100 ms; registers are those of ams' data sheet TSL2591. It
 * begins each reading at the lowest gain, so that no reading depends on the one before.
 */
public final class Tsl2591 implements Sensor {
  private static final int COMMAND = 0xA0;
  private static final int ENABLE = 0x00;
  private static final int CONTROL = 0x01;
  private static final int ID = 0x12;
  private static final int STATUS = 0x13;
  private static final int DATA = 0x14;

  private static final int ON_AND_MEASURING = 0x03;
  private static final int OFF = 0x00;
  private static final int DATA_VALID = 0x01;

  /** What counts to at most in 100 ms; with longer times it is 65535. */
  private static final int SATURATED = 36_863;

  private static final int ENOUGH_COUNTS = 200;
  private static final Duration MEASURING_TIME = Duration.ofMillis(120);
  private static final int EXTRA_WAITS = 3;

  /** Counts, milliseconds and gain for one lux behind no glass (ams application note DN40). */
  private static final double DEVICE_FACTOR = 408;

  private static final double MILLISECONDS = 100;

  /** The four gains: bits in CONTROL, and how many times low gain they are. */
  private enum Gain {
    LOW(1, 0x00),
    MEDIUM(25, 0x10),
    HIGH(428, 0x20),
    MAXIMUM(9_876, 0x30);

    private final double times;
    private final int bits;

    Gain(double times, int bits) {
      this.times = times;
      this.bits = bits;
    }
  }

  private final I2cWires wires;
  private final Scheduler time;

  private Tsl2591(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** Proves the chip by its id. */
  public static Tsl2591 open(I2cWires wires, Scheduler time) {
    var sensor = new Tsl2591(wires, time);
    int id = Byte.toUnsignedInt(sensor.registers(ID, 1)[0]);
    if (id != 0x50) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no TSL2591 here, its id is 0x%02X".formatted(wires.name(), id));
    }
    return sensor;
  }

  @Override
  public String name() {
    return "tsl2591 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(ILLUMINANCE);
  }

  @Override
  public Sample read() throws InterruptedException {
    for (var gain : Gain.values()) {
      write(ENABLE, OFF);
      write(CONTROL, gain.bits);
      write(ENABLE, ON_AND_MEASURING);
      if (!measured()) {
        return Sample.failed(quantities(), Code.NOT_READY, "no valid data after 480 ms");
      }
      var data = registers(DATA, 4);
      var setting = registers(ENABLE, 2);
      if (setting[0] != ON_AND_MEASURING || setting[1] != (byte) gain.bits) {
        return Sample.failed(
            quantities(), Code.POWER_ON_VALUE, "the chip was reset while it measured");
      }
      int full = u16(data, 0);
      if (full >= ENOUGH_COUNTS || gain == Gain.MAXIMUM) {
        write(ENABLE, OFF);
        return sample(full, u16(data, 2), gain);
      }
    }
    throw new AssertionError("the last gain is always taken");
  }

  private Sample sample(int full, int infrared, Gain gain) {
    if (full >= SATURATED || infrared >= SATURATED) {
      return Sample.failed(quantities(), Code.OVERFLOW, "brighter than gain " + gain);
    }
    if (infrared > full) {
      return Sample.failed(
          quantities(),
          Code.OUT_OF_RANGE,
          "%d counts of infrared in %d of all light".formatted(infrared, full));
    }
    return new Sample.Builder()
        .within(0, 200_000, ILLUMINANCE, lux(full, infrared, gain.times))
        .build();
  }

  /** What the eye sees: the light without its infrared, less the more infrared is in it. */
  static double lux(int full, int infrared, double gain) {
    if (full == 0) {
      return 0;
    }
    double visible = full - infrared;
    return visible * (1 - infrared / (double) full) * DEVICE_FACTOR / (MILLISECONDS * gain);
  }

  private boolean measured() throws InterruptedException {
    for (int i = 0; i <= EXTRA_WAITS; i++) {
      time.sleep(MEASURING_TIME);
      if ((registers(STATUS, 1)[0] & DATA_VALID) != 0) {
        return true;
      }
    }
    return false;
  }

  private void write(int register, int value) {
    wires.write((byte) (COMMAND | register), (byte) value);
  }

  private byte[] registers(int first, int length) {
    var bytes = wires.writeThenRead(new byte[] {(byte) (COMMAND | first)}, length);
    if (bytes.length < length) {
      throw new DeviceException(
          DeviceException.Code.LOST,
          "%s: %d bytes of %d came".formatted(wires.name(), bytes.length, length));
    }
    return bytes;
  }

  private static int u16(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
  }
}
