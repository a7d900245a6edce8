package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.settings.WatchdogSettings;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Feeds the board's watchdog while the station truly gets on. When it does not, it writes down why,
 * for the journal may still work, and lets the board be reset.
 */
record WatchdogWork(
    WatchdogSettings settings, Supplier<Hardware> hardware, Liveness liveness, Desk desk)
    implements Supervisor.Work {
  private static final int FEEDINGS = 3;

  @Override
  public void run(Runnable progress) throws InterruptedException {
    try (var watchdog =
        hardware
            .get()
            .openWatchdog(settings.device(), Duration.ofSeconds(settings.timeoutSeconds()))) {
      while (true) {
        if (liveness.isAlive()) {
          watchdog.feed();
          progress.run();
        } else {
          desk.faults()
              .note("watchdog", "watchdog-starves", "the board will be reset: " + liveness.said());
        }
        desk.time().sleep(watchdog.timeout().dividedBy(FEEDINGS));
      }
    }
  }
}
