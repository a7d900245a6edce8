package org.fieldstation.station.outlet;

import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.wires.OutputPin;
import org.jspecify.annotations.Nullable;

/**
 * The power of one device. Somebody opens its pin and keeps it on; somebody else may take the power
 * away for a while.
 */
public final class PowerSwitch {
  private final String name;
  private volatile @Nullable OutputPin pin;

  PowerSwitch(String name) {
    this.name = name;
  }

  /** From now on the power is behind this pin. */
  public void at(OutputPin opened) {
    pin = opened;
  }

  /**
   * Takes the power away for so long, and gives it back also when it is interrupted.
   *
   * @throws DeviceException REFUSED while the pin could not be opened, LOST when it is gone
   */
  public void cut(Duration off, Scheduler scheduler) throws InterruptedException {
    var opened = pin;
    if (opened == null) {
      throw new DeviceException(
          DeviceException.Code.REFUSED, "the switch of the " + name + " could not be opened");
    }
    try {
      opened.set(false);
      scheduler.sleep(off);
    } finally {
      opened.set(true);
    }
  }
}
