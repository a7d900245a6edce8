package org.fieldstation.drivers.wires;

/** One chip on an SPI bus. */
public interface SpiWires {

  /** The bus and the chip select, for instance {@code spi0.0}. */
  String name();

  /**
   * Sends bytes and takes as many at the same time, under one chip select.
   *
   * @throws org.fieldstation.drivers.DeviceException LOST when the bus is gone
   */
  byte[] exchange(byte... out);
}
