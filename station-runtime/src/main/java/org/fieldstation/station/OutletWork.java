package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.outlet.PowerSwitch;
import org.fieldstation.station.supervise.Supervisor;

/** Keeps a device's power on, and says so again every minute: a chip that was reset forgets it. */
record OutletWork(
    String at, boolean activeHigh, PowerSwitch power, Supplier<Hardware> hardware, Desk desk)
    implements Supervisor.Work {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  @Override
  public void run(Runnable progress) throws InterruptedException {
    if (!(Place.parse(at) instanceof Place.Pin pin)) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, at + " is no pin; a power switch needs one");
    }
    var output =
        hardware.get().wiring(desk.time()).output(pin, activeHigh ? Level.HIGH : Level.LOW, true);
    power.at(output);
    while (true) {
      if (output.on()) { // whoever switched it off knows why
        output.set(true);
      }
      progress.run();
      desk.time().sleep(AGAIN);
    }
  }
}
