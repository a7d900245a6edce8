package org.fieldstation.drivers;

import java.util.Set;

/**
 * A chip that has been opened: it has proved that it is there and what it is. Drivers are opened by
 * a static {@code open}, which throws a {@link DeviceException} when there is no such chip. Not
 * safe for several threads; each sensor belongs to one line of work.
 */
public interface Sensor {

  /** The chip and where it is attached, for instance {@code bme280 at i2c-1/0x76}. */
  String name();

  /** What it measures; each {@link Sample} accounts for all of it. */
  Set<Quantity> quantities();

  /**
   * Measures once, and takes as long as the chip takes.
   *
   * @throws DeviceException when the wires say that the device is gone; it has to be opened again
   */
  Sample read() throws InterruptedException;

  /** How a sensor is opened, for those who may have to do it again. */
  @FunctionalInterface
  interface Opening {
    Sensor open() throws InterruptedException;
  }
}
