package org.fieldstation.drivers.wires;

import java.time.Duration;

/** A serial line that is open at its baud rate. */
public interface SerialLine {

  /** The line, the same after every restart, for instance {@code /dev/serial/by-path/…}. */
  String name();

  /**
   * Waits for bytes and takes those that are there.
   *
   * @return how many bytes were put at the beginning of {@code into}; 0 when none came in time
   * @throws org.fieldstation.drivers.DeviceException LOST when the line is gone
   */
  int read(byte[] into, Duration atMost) throws InterruptedException;

  void write(byte... bytes);
}
