package org.fieldstation.drivers.chip.ina226;

import static org.fieldstation.drivers.Quantity.CURRENT;
import static org.fieldstation.drivers.Quantity.POWER;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.time.Duration;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.wires.I2cWires;

/** An INA226; sections are those of Texas Instruments' data sheet SBOS547. */
public final class Ina226 implements Sensor {
  private static final byte CONFIG = 0x00;
  private static final byte BUS_VOLTAGE = 0x02;
  private static final byte POWER_REGISTER = 0x03;
  private static final byte CURRENT_REGISTER = 0x04;
  private static final byte CALIBRATION = 0x05;
  private static final byte MASK_ENABLE = 0x06;
  private static final byte MANUFACTURER_ID = (byte) 0xFE;
  private static final byte DIE_ID = (byte) 0xFF;

  private static final int TEXAS_INSTRUMENTS = 0x5449;
  private static final int INA226_DIE = 0x226; // without the revision in the lowest four bits
  private static final int MATH_OVERFLOW = 0x0004; // section 7.6.7, bit OVF

  /** Means of 16 conversions of 1.1 ms each, of shunt and bus, all of the time (7.6.1). */
  private static final int MEANS_OF_16 = 0x4527;

  private static final Duration FIRST_MEAN = Duration.ofMillis(40); // 2 x 16 x 1.21 ms
  private static final double BUS_VOLTS_PER_COUNT = 0.00125;

  private final I2cWires wires;
  private final Shunt shunt;

  private Ina226(I2cWires wires, Shunt shunt) {
    this.wires = wires;
    this.shunt = shunt;
  }

  /** Proves the chip by its maker's id and its own. */
  public static Ina226 open(I2cWires wires, Shunt shunt, Scheduler time)
      throws InterruptedException {
    var chip = new Ina226(wires, shunt);
    int maker = chip.register(MANUFACTURER_ID);
    int die = chip.register(DIE_ID);
    if (maker != TEXAS_INSTRUMENTS || die >> 4 != INA226_DIE) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no INA226 here, its ids are 0x%04X and 0x%04X".formatted(wires.name(), maker, die));
    }
    chip.setUp(time);
    return chip;
  }

  private void setUp(Scheduler time) throws InterruptedException {
    write(CONFIG, MEANS_OF_16);
    write(CALIBRATION, shunt.calibration());
    time.sleep(FIRST_MEAN);
  }

  @Override
  public String name() {
    return "ina226 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(VOLTAGE, CURRENT, POWER);
  }

  /** A chip that was reset says 0 A for ever: its calibration is read each time, as its proof. */
  @Override
  public Sample read() {
    var sample = new Sample.Builder();
    sample.within(0, 36, VOLTAGE, register(BUS_VOLTAGE) * BUS_VOLTS_PER_COUNT);
    if (register(CALIBRATION) != shunt.calibration()) {
      write(CONFIG, MEANS_OF_16);
      write(CALIBRATION, shunt.calibration());
      missing(sample, Code.POWER_ON_VALUE, "the chip was reset and has lost its calibration");
    } else if ((register(MASK_ENABLE) & MATH_OVERFLOW) != 0) {
      missing(sample, Code.OVERFLOW, "more current than the chip can calculate with");
    } else {
      double most = shunt.mostAmpere();
      double ampere = (short) register(CURRENT_REGISTER) * shunt.amperePerCount();
      double watt = register(POWER_REGISTER) * shunt.wattPerCount();
      if (register(CALIBRATION) == shunt.calibration()) {
        sample.within(-most, most, CURRENT, ampere);
        sample.within(0, 36 * most, POWER, watt);
      } else {
        missing(sample, Code.POWER_ON_VALUE, "the chip was reset while it was read");
      }
    }
    return sample.build();
  }

  private static void missing(Sample.Builder sample, Code code, String detail) {
    sample.fault(CURRENT, code, detail).fault(POWER, code, detail);
  }

  private void write(byte register, int word) {
    wires.write(register, (byte) (word >> 8), (byte) word);
  }

  private int register(byte register) {
    var word = wires.writeThenRead(new byte[] {register}, 2);
    if (word.length < 2) {
      throw new DeviceException(DeviceException.Code.LOST, wires.name() + ": no two bytes came");
    }
    return Byte.toUnsignedInt(word[0]) << 8 | Byte.toUnsignedInt(word[1]);
  }
}
