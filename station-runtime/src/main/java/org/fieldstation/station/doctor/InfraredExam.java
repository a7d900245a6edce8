package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.night.InfraredLight;
import org.fieldstation.station.settings.InfraredSettings;

/** Lights the infrared lamp: no eye sees it, but a phone's camera does. */
record InfraredExam(
    InfraredSettings settings, String at, Supplier<Wiring> wiring, boolean running, TimeKeeper time)
    implements Examination {
  private static final Duration LIT = Duration.ofSeconds(2);

  @Override
  public String part() {
    return "infrared";
  }

  @Override
  public Finding look() throws InterruptedException {
    try {
      DoubleConsumer light = InfraredLight.open(at, wiring.get());
      light.accept(settings.level().orElse(1.0));
      try {
        time.sleep(LIT);
      } finally {
        light.accept(0);
      }
      return Finding.ok(part(), Words.of("infrared.lit", LIT.toSeconds())).at(at);
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(at);
    }
  }
}
