package org.fieldstation.drivers.wires;

/** A pin that switches something. It keeps its level when the station ends. */
public interface OutputPin {

  /** The chip and the line, for instance {@code gpio27}. */
  String name();

  /**
   * Switches on or off.
   *
   * @throws org.fieldstation.drivers.DeviceException LOST when its chip is gone
   */
  void set(boolean on);

  /** What was set last. */
  boolean on();
}
