package org.fieldstation.drivers.catalogue;

import java.util.Arrays;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.I2cWires;

/**
 * The wires to a chip without checksums. A register is read until two reads in a row agree: a bit
 * that was changed on a long cable is changed once, and what the chip holds stays. Only for chips
 * that do not measure while they are read, and whose registers do not change by being read.
 */
record ReadTwice(I2cWires wires) implements I2cWires {
  private static final int READS = 4;

  @Override
  public String name() {
    return wires.name();
  }

  @Override
  public void write(byte... bytes) {
    wires.write(bytes);
  }

  @Override
  public byte[] read(int length) {
    return wires.read(length);
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    var before = wires.writeThenRead(bytes, length);
    for (int i = 1; i < READS; i++) {
      var after = wires.writeThenRead(bytes, length);
      if (Arrays.equals(before, after)) {
        return after;
      }
      before = after;
    }
    throw new DeviceException(
        DeviceException.Code.DAMAGED,
        "%s: no two reads of register 0x%02X agree; check cable and pull-ups"
            .formatted(wires.name(), bytes[0]));
  }
}
