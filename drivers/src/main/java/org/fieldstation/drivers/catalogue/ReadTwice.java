package org.fieldstation.drivers.catalogue;

import java.util.Arrays;
import java.util.function.Supplier;
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
    return agreeing(() -> wires.read(length), "an answer");
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    return agreeing(
        () -> wires.writeThenRead(bytes, length), "register 0x%02X".formatted(bytes[0]));
  }

  private byte[] agreeing(Supplier<byte[]> reading, String what) {
    var before = reading.get();
    for (int i = 1; i < READS; i++) {
      var after = reading.get();
      if (Arrays.equals(before, after)) {
        return after;
      }
      before = after;
    }
    throw new DeviceException(
        DeviceException.Code.DAMAGED,
        "%s: no two reads of %s agree; check cable and pull-ups".formatted(wires.name(), what));
  }
}
