package org.fieldstation.drivers.wires;

/**
 * The pins and buses of one board, as chips ask for them.
 *
 * <p>Who asks twice for the same place gets the same wires: what is opened again after a fault must
 * not find its pin taken by itself. Every method throws a {@link
 * org.fieldstation.drivers.DeviceException}: ABSENT when the board has no such pin or bus, REFUSED
 * when it is taken or forbidden, UNSUPPORTED when it cannot do that.
 */
public interface Wiring extends AutoCloseable {

  /** An address on an I2C bus; whether a chip answers there is not asked. */
  I2cWires i2c(Place.I2c at);

  /** A pin whose edges count. */
  EdgeInput edges(Place.Pin at, Contact contact);

  /**
   * A pin that switches.
   *
   * @param active the level that means on
   * @param on what it is set to when it is opened for the first time
   */
  OutputPin output(Place.Pin at, Level active, boolean on);

  /** A pin that is on for a part of the time, so many times a second. */
  PwmOutput pwm(Place.Pwm at, int hertz);

  /**
   * A chip on an SPI bus.
   *
   * @param hertz the fastest clock the chip takes
   * @param mode 0 to 3: the idle level of the clock (2), the edge that counts (1)
   */
  SpiWires spi(Place.Spi at, int hertz, int mode);

  /** A chip on the 1-wire bus. */
  OneWire oneWire(Place.OneWire at);

  /** A serial line with 8 bits, no parity, one stop bit. A line that was lost is opened again. */
  SerialLine serial(Place.Serial at, int baud);

  /** Gives all pins and buses back. May be called twice. */
  @Override
  void close();
}
