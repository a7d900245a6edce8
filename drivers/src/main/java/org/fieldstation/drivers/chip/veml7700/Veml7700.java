package org.fieldstation.drivers.chip.veml7700;

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
 * A VEML7700; registers are those of Vishay's data sheet 84286. It begins each reading in the range
 * for full sun and makes itself more sensitive until there is enough to count, so that no reading
 * depends on the one before.
 */
public final class Veml7700 implements Sensor {
  private static final byte ALS_CONF = 0x00;
  private static final byte ALS = 0x04;
  private static final byte ID = 0x07;
  private static final int SHUT_DOWN = 0x0001;

  private static final Duration WAKE_UP = Duration.ofMillis(3); // application note: 2.5 ms
  private static final int ENOUGH_COUNTS = 1_000;
  private static final int SATURATED = 0xFFFF;

  private final I2cWires wires;
  private final Scheduler time;

  private Veml7700(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** Proves the chip by its device id, the lower byte of register 7. */
  public static Veml7700 open(I2cWires wires, Scheduler time) {
    var sensor = new Veml7700(wires, time);
    int id = sensor.register(ID) & 0xFF;
    if (id != 0x81) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no VEML7700 here, its id is 0x%02X".formatted(wires.name(), id));
    }
    return sensor;
  }

  @Override
  public String name() {
    return "veml7700 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(ILLUMINANCE);
  }

  @Override
  public Sample read() throws InterruptedException {
    var range = Range.SUN;
    int counts = 0;
    for (var next : Range.values()) {
      range = next;
      counts = measure(range);
      if (register(ALS_CONF) != range.configuration()) {
        return Sample.failed(
            quantities(), Code.POWER_ON_VALUE, "the chip was reset while it measured");
      }
      if (counts >= ENOUGH_COUNTS) {
        break;
      }
    }
    configure(SHUT_DOWN);
    if (counts == SATURATED) {
      return Sample.failed(quantities(), Code.OVERFLOW, "brighter than range " + range);
    }
    return new Sample.Builder().within(0, 200_000, ILLUMINANCE, range.lux(counts)).build();
  }

  private int measure(Range range) throws InterruptedException {
    configure(range.configuration() | SHUT_DOWN);
    configure(range.configuration());
    time.sleep(WAKE_UP.plus(range.measuringTime()));
    return register(ALS);
  }

  private void configure(int word) {
    wires.write(ALS_CONF, (byte) word, (byte) (word >> 8));
  }

  /** Words go over the wire with the lower byte first. */
  private int register(byte register) {
    var word = wires.writeThenRead(new byte[] {register}, 2);
    if (word.length < 2) {
      throw new DeviceException(DeviceException.Code.LOST, wires.name() + ": no two bytes came");
    }
    return Byte.toUnsignedInt(word[0]) | Byte.toUnsignedInt(word[1]) << 8;
  }
}
