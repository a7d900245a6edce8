package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.OutputPin;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.lamp.Blink;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Supervisor;

/** Lets the lamp say how the station is, for somebody at the mast without a phone. */
record LampWork(String at, Supplier<Hardware> hardware, Liveness liveness, Desk desk)
    implements Supervisor.Work {
  private static final Duration ON = Duration.ofMillis(150);
  private static final Duration OFF = Duration.ofMillis(350);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  @Override
  public void run(Runnable progress) throws InterruptedException {
    if (!(Place.parse(at) instanceof Place.Pin pin)) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, at + " is no pin; a lamp needs one like gpio26");
    }
    var lamp = hardware.get().wiring(desk.time()).output(pin, Level.HIGH, false);
    try {
      while (true) {
        flash(lamp, Blink.of(liveness.failing(), desk.time().now().source()).flashes());
        progress.run();
        desk.time().sleep(PAUSE);
      }
    } finally {
      lamp.set(false); // a lamp that stays on would say that the station runs
    }
  }

  private void flash(OutputPin lamp, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      lamp.set(true);
      desk.time().sleep(ON);
      lamp.set(false);
      desk.time().sleep(OFF);
    }
  }
}
