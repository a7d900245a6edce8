package org.fieldstation.drivers.chip.ina219;

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

/** An INA219 for up to 32 V; sections are those of Texas Instruments' data sheet SBOS448. */
public final class Ina219 implements Sensor {
  private static final byte CONFIG = 0x00;
  private static final byte BUS_VOLTAGE = 0x02;
  private static final byte POWER_REGISTER = 0x03;
  private static final byte CURRENT_REGISTER = 0x04;
  private static final byte CALIBRATION = 0x05;

  /** 32 V, 320 mV over the shunt, 12 bits, all of the time: also what a reset leaves (8.6.2.1). */
  private static final int AFTER_RESET = 0x399F;

  private static final int RESET = 0x8000;
  private static final int OVERFLOW = 0x0001; // section 8.6.3.2, bit OVF
  private static final double BUS_VOLTS_PER_COUNT = 0.004;

  /** Both conversions at 12 bits take 1.1 ms at most. */
  private static final Duration FIRST_CONVERSION = Duration.ofMillis(2);

  private final I2cWires wires;
  private final Shunt shunt;

  private Ina219(I2cWires wires, Shunt shunt) {
    this.wires = wires;
    this.shunt = shunt;
  }

  /** The chip has no id; what its configuration reads after a reset is its proof. */
  public static Ina219 open(I2cWires wires, Shunt shunt, Scheduler time)
      throws InterruptedException {
    var chip = new Ina219(wires, shunt);
    chip.write(CONFIG, RESET);
    int found = chip.register(CONFIG);
    if (found != AFTER_RESET) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no INA219 here, its configuration after a reset is 0x%04X"
              .formatted(wires.name(), found));
    }
    chip.write(CALIBRATION, shunt.calibration());
    time.sleep(FIRST_CONVERSION);
    return chip;
  }

  @Override
  public String name() {
    return "ina219 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(VOLTAGE, CURRENT, POWER);
  }

  /**
   * A chip that was reset by a dip of its supply has lost its calibration and from then on says 0
   * A, so that register is read each time; if it is lost, the chip is set up again.
   */
  @Override
  public Sample read() {
    int bus = register(BUS_VOLTAGE);
    var sample = new Sample.Builder();
    sample.within(0, 32, VOLTAGE, (bus >> 3) * BUS_VOLTS_PER_COUNT);
    if (register(CALIBRATION) != shunt.calibration()) {
      write(CALIBRATION, shunt.calibration());
      missing(sample, Code.POWER_ON_VALUE, "the chip was reset and has lost its calibration");
    } else if ((bus & OVERFLOW) != 0) {
      missing(sample, Code.OVERFLOW, "more current than the chip can calculate with");
    } else {
      double most = shunt.mostAmpere();
      double ampere = (short) register(CURRENT_REGISTER) * shunt.amperePerCount();
      double watt = register(POWER_REGISTER) * shunt.wattPerCount();
      if (register(CALIBRATION) == shunt.calibration()) {
        sample.within(-most, most, CURRENT, ampere);
        sample.within(0, 32 * most, POWER, watt);
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
