package org.fieldstation.drivers;

import java.time.Duration;

/** A clock in the hardware that resets the board when it has not been fed in time. */
public interface HardwareWatchdog extends AutoCloseable {

  /** How long it waits, as the hardware took it. */
  Duration timeout();

  /**
   * Feeds it.
   *
   * @throws DeviceException when it is gone
   */
  void feed();

  /** Disarms it, where the kernel allows that. */
  @Override
  void close();
}
