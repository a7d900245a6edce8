package org.fieldstation.drivers.linux;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.HardwareWatchdog;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.kernel.Refusal;
import org.fieldstation.drivers.kernel.Watchdog;

/** The kernel's watchdog, its refusals in the station's words. */
record LinuxWatchdog(String device, Watchdog watchdog) implements HardwareWatchdog {

  static LinuxWatchdog arm(String device, Duration timeout) {
    try {
      return new LinuxWatchdog(device, Watchdog.arm(Path.of(device), timeout));
    } catch (KernelException e) {
      throw Refusal.of(device, e);
    }
  }

  @Override
  public Duration timeout() {
    return watchdog.timeout();
  }

  @Override
  public void feed() {
    try {
      watchdog.feed();
    } catch (KernelException e) {
      throw Refusal.of(device, e);
    }
  }

  @Override
  public void close() {
    try {
      watchdog.close();
    } catch (KernelException e) {
      throw Refusal.of(device, e);
    }
  }
}
