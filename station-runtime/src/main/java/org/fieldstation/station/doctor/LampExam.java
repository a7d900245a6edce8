package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** Flashes the lamp: only the eye can tell whether it does. */
record LampExam(String at, Supplier<Wiring> wiring, boolean running, TimeKeeper time)
    implements Examination {
  private static final int TIMES = 3;
  private static final Duration HALF = Duration.ofMillis(250);

  @Override
  public String part() {
    return "led";
  }

  @Override
  public Finding look() throws InterruptedException {
    try {
      if (!(Place.parse(at) instanceof Place.Pin pin)) {
        throw new DeviceException(DeviceException.Code.UNSUPPORTED, at + " is no pin");
      }
      var lamp = wiring.get().output(pin, Level.HIGH, false);
      for (int i = 0; i < TIMES; i++) {
        lamp.set(true);
        time.sleep(HALF);
        lamp.set(false);
        time.sleep(HALF);
      }
      return Finding.ok(part(), Words.of("lamp.flashed")).at(at);
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(at);
    }
  }
}
