package org.fieldstation.drivers.wires;

/**
 * One address on an I2C bus.
 *
 * <p>Every call throws a {@link org.fieldstation.drivers.DeviceException} with code LOST when
 * nobody acknowledges, and REFUSED when the bus itself cannot be used. A read may return fewer
 * bytes than asked for; it is the chip's driver that says what that means.
 */
public interface I2cWires {

  /** The bus and the address, for instance {@code i2c-1/0x76}. */
  String name();

  void write(byte... bytes);

  byte[] read(int length);

  /**
   * Writes, and reads in the same transaction: a repeated start, so that no other master can come
   * between.
   */
  byte[] writeThenRead(byte[] bytes, int length);
}
