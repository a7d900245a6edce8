package org.fieldstation.drivers.chip.ds3231;

import static org.fieldstation.drivers.Quantity.CHIP_TEMPERATURE;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.chip.ds3231.ClockReading.Invalid;
import org.fieldstation.drivers.chip.ds3231.ClockReading.Running;
import org.fieldstation.drivers.wires.I2cWires;

/** A DS3231; registers are those of Maxim's data sheet 19-5170. */
public final class Ds3231 implements Sensor {
  private static final byte TIME = 0x00;
  private static final byte MONTH = 0x05;
  private static final byte CONTROL = 0x0E;
  private static final byte STATUS = 0x0F;
  private static final byte TEMPERATURE = 0x11;

  private static final int MONTH_DIGITS = 0x1F;
  private static final int STOPPED = 0x80; // status, bit OSF
  private static final int ALWAYS_ZERO = 0x70; // status, bits 6 to 4
  private static final byte RUN_ON_BATTERY = 0x04; // control: oscillator on, no alarms

  private final I2cWires wires;

  private Ds3231(I2cWires wires) {
    this.wires = wires;
  }

  /** The chip has no id; status bits that are always 0 are the little proof there is. */
  public static Ds3231 open(I2cWires wires) {
    var chip = new Ds3231(wires);
    int status = chip.registers(STATUS, 1)[0];
    if ((status & ALWAYS_ZERO) != 0) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no DS3231 here, its status is 0x%02X".formatted(wires.name(), status & 0xFF));
    }
    return chip;
  }

  @Override
  public String name() {
    return "ds3231 at " + wires.name();
  }

  /** The time, unless the oscillator has stopped since it was set. */
  public ClockReading time() {
    if ((registers(STATUS, 1)[0] & STOPPED) != 0) {
      return new Invalid("the oscillator has stopped: empty battery, or never set");
    }
    try {
      return new Running(Registers.decode(registers(TIME, 7)));
    } catch (DateTimeException e) {
      return new Invalid("its registers hold no date: " + e.getMessage());
    }
  }

  /** Sets the time, and only then forgets that the oscillator had stopped. */
  public void set(Instant utc) {
    var time = Registers.encode(utc);
    var message = new byte[time.length + 1];
    message[0] = TIME;
    System.arraycopy(time, 0, message, 1, time.length);
    wires.write(CONTROL, RUN_ON_BATTERY);
    wires.write(message);
    wires.write(STATUS, (byte) (registers(STATUS, 1)[0] & ~STOPPED));
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(CHIP_TEMPERATURE);
  }

  @Override
  public Sample read() {
    var data = registers(TEMPERATURE, 2);
    if ((registers(MONTH, 1)[0] & MONTH_DIGITS) == 0) { // there is no month 0
      return Sample.failed(
          quantities(), SensorFault.Code.BAD_FRAME, "another chip answers at this address too");
    }
    return new Sample.Builder().within(-40, 85, CHIP_TEMPERATURE, celsius(data)).build();
  }

  /** Ten bits in two's complement, 1/4 Cel. */
  static double celsius(byte[] data) {
    return data[0] + (Byte.toUnsignedInt(data[1]) >> 6) / 4.0;
  }

  private byte[] registers(byte first, int length) {
    var bytes = wires.writeThenRead(new byte[] {first}, length);
    if (bytes.length < length) {
      throw new DeviceException(
          DeviceException.Code.LOST,
          "%s: %d bytes of %d came".formatted(wires.name(), bytes.length, length));
    }
    return bytes;
  }
}
