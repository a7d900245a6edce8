package org.fieldstation.drivers.chip.bh1750;

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

/** A BH1750FVI; pages are those of Rohm's technical note 11046EDT01. */
public final class Bh1750 implements Sensor {
  private static final byte POWER_ON = 0b0000_0001; // page 5
  private static final byte ONE_TIME_HIGH_RESOLUTION = 0b0010_0000;
  private static final byte TIME_REGISTER_UPPER = 0b0100_0010; // 69, the default (page 11)
  private static final byte TIME_REGISTER_LOWER = 0b0110_0101;

  private static final Duration MEASURING_TIME = Duration.ofMillis(180); // page 2: at most
  private static final int SATURATED = 0xFFFF;

  /** Counts for one lux in high resolution (page 2, measurement accuracy). */
  private static final double COUNTS_PER_LUX = 1.2;

  private final I2cWires wires;
  private final Scheduler time;

  private Bh1750(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** The chip has neither id nor checksum: that something answers twice is all the proof. */
  public static Bh1750 open(I2cWires wires, Scheduler time) throws InterruptedException {
    var sensor = new Bh1750(wires, time);
    if (sensor.measure().length < 2) {
      throw new DeviceException(
          DeviceException.Code.ABSENT, wires.name() + ": no BH1750 here, no two bytes came");
    }
    return sensor;
  }

  @Override
  public String name() {
    return "bh1750 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(ILLUMINANCE);
  }

  @Override
  public Sample read() throws InterruptedException {
    var data = measure();
    if (data.length == 2 && data[0] == 0 && data[1] == 0) {
      // Darkness, or a supply that dipped while it measured: a reset leaves zero too.
      data = measure();
    }
    if (data.length < 2) {
      return Sample.failed(quantities(), Code.SHORT_READ, data.length + " bytes of 2 came");
    }
    int counts = Byte.toUnsignedInt(data[0]) << 8 | Byte.toUnsignedInt(data[1]);
    if (counts == SATURATED) {
      return Sample.failed(quantities(), Code.OVERFLOW, "brighter than 54612 lx");
    }
    return new Sample.Builder().within(0, 54_612, ILLUMINANCE, counts / COUNTS_PER_LUX).build();
  }

  /** The measuring time is set each time: after a dip of the supply the chip has forgotten it. */
  private byte[] measure() throws InterruptedException {
    wires.write(POWER_ON);
    wires.write(TIME_REGISTER_UPPER);
    wires.write(TIME_REGISTER_LOWER);
    wires.write(ONE_TIME_HIGH_RESOLUTION);
    time.sleep(MEASURING_TIME);
    return wires.read(2);
  }
}
