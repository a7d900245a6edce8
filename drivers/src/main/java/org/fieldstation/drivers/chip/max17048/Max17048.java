package org.fieldstation.drivers.chip.max17048;

import static org.fieldstation.drivers.Quantity.CHARGE;
import static org.fieldstation.drivers.Quantity.CHARGE_RATE;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.wires.I2cWires;

/** A MAX17048 on one lithium cell; registers are those of Maxim's data sheet 19-6171. */
public final class Max17048 implements Sensor {
  private static final byte VCELL = 0x02;
  private static final byte SOC = 0x04;
  private static final byte VERSION = 0x08;
  private static final byte CRATE = 0x16;
  private static final byte STATUS = 0x1A;

  private static final int RESET_INDICATOR = 0x0100; // table 2, STATUS bit RI
  private static final double VOLTS_PER_COUNT = 78.125e-6;
  private static final double PERCENT_PER_COUNT = 1 / 256.0;

  /** 0.208 % of a full cell in an hour, as a part of it in a second. */
  private static final double RATE_PER_COUNT = 0.208 / 100 / 3_600;

  private final I2cWires wires;

  private Max17048(I2cWires wires) {
    this.wires = wires;
  }

  /** Proves the chip by its production version, and takes note that it was reset before. */
  public static Max17048 open(I2cWires wires) {
    var chip = new Max17048(wires);
    int version = chip.register(VERSION);
    if (version >> 4 != 0x001) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no MAX17048 here, its version is 0x%04X".formatted(wires.name(), version));
    }
    chip.acknowledgeReset(chip.register(STATUS));
    return chip;
  }

  @Override
  public String name() {
    return "max17048 at " + wires.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(VOLTAGE, CHARGE, CHARGE_RATE);
  }

  /** After a reset the chip guesses the charge from one voltage, and says so. */
  @Override
  public Sample read() {
    var sample = new Sample.Builder();
    sample.within(0.5, 5.12, VOLTAGE, register(VCELL) * VOLTS_PER_COUNT);
    int charge = register(SOC);
    int rate = register(CRATE);
    int status = register(STATUS); // last: a reset before it has spoilt what was read
    if ((status & RESET_INDICATOR) != 0) {
      acknowledgeReset(status);
      var detail = "the chip was reset and has forgotten the battery";
      sample.fault(CHARGE, Code.POWER_ON_VALUE, detail);
      sample.fault(CHARGE_RATE, Code.POWER_ON_VALUE, detail);
    } else {
      // A cell better than the chip's model of it is a little fuller than full.
      sample.within(0, 110, CHARGE, charge * PERCENT_PER_COUNT);
      double most = 32_768 * RATE_PER_COUNT;
      sample.within(-most, most, CHARGE_RATE, (short) rate * RATE_PER_COUNT);
    }
    return sample.build();
  }

  private void acknowledgeReset(int status) {
    int cleared = status & ~RESET_INDICATOR;
    wires.write(STATUS, (byte) (cleared >> 8), (byte) cleared);
  }

  private int register(byte register) {
    var word = wires.writeThenRead(new byte[] {register}, 2);
    if (word.length < 2) {
      throw new DeviceException(DeviceException.Code.LOST, wires.name() + ": no two bytes came");
    }
    return Byte.toUnsignedInt(word[0]) << 8 | Byte.toUnsignedInt(word[1]);
  }
}
