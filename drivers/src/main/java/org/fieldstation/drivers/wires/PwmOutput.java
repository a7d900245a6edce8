package org.fieldstation.drivers.wires;

/** A pin that is on for a part of the time. It is off when it is opened and when it is closed. */
public interface PwmOutput {

  /** The chip and the channel, for instance {@code pwm0}. */
  String name();

  /**
   * Sets the part of the time it is on.
   *
   * @param part 0 for never to 1 for always
   * @throws org.fieldstation.drivers.DeviceException LOST when its chip is gone
   */
  void duty(double part);
}
