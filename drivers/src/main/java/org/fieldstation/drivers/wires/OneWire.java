package org.fieldstation.drivers.wires;

/** One device on a 1-wire bus whose master does the timing. */
public interface OneWire {

  /** The device's own serial number, for instance {@code 28-3c01d607a2f1}. */
  String name();

  /**
   * Lets the device convert and reads its scratchpad, checksum and all.
   *
   * @throws org.fieldstation.drivers.DeviceException LOST when it does not answer
   */
  byte[] convertAndRead();
}
