package org.fieldstation.drivers.pi;

import com.pi4j.io.i2c.I2C;
import java.util.Arrays;
import java.util.function.Supplier;
import org.fieldstation.drivers.wires.I2cWires;

/** A Pi4J I2C device; all devices of a bus talk on the bus's own thread. */
record PiI2c(String name, String bus, I2C device, Board board) implements I2cWires {

  @Override
  public void write(byte... bytes) {
    on(() -> device.write(bytes));
  }

  @Override
  public byte[] read(int length) {
    return on(() -> {
      var into = new byte[length];
      return Arrays.copyOf(into, device.read(into, 0, length));
    });
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    return on(() -> {
      var into = new byte[length];
      return Arrays.copyOf(into, device.readRegister(bytes, into, 0, length));
    });
  }

  private <T> T on(Supplier<T> action) {
    return board.on(bus, () -> Trouble.told(name, action));
  }
}
