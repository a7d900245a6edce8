package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.night.InfraredLamp;
import org.fieldstation.station.night.InfraredLight;
import org.fieldstation.station.settings.InfraredSettings;
import org.fieldstation.station.supervise.Supervisor;

/** Does with the infrared lamp what is wanted of it, and says so again every minute. */
record InfraredWork(
    InfraredSettings settings, String at, InfraredLamp lamp, Supplier<Hardware> hardware, Desk desk)
    implements Supervisor.Work {

  private static final Duration AGAIN = Duration.ofMinutes(1);

  @Override
  public void run(Runnable progress) throws InterruptedException {
    var light = InfraredLight.open(at, hardware.get().wiring(desk.time()));
    double level = settings.level().orElse(1.0);
    try {
      while (true) {
        light.accept(lamp.wanted() ? level : 0);
        progress.run();
        lamp.await(AGAIN);
      }
    } finally {
      light.accept(0); // a lamp that stays on empties the battery and draws insects
    }
  }
}
