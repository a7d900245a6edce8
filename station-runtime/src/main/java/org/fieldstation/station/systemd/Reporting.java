package org.fieldstation.station.systemd;

import java.time.Duration;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.supervise.Liveness;

/**
 * Tells the service manager how the station is, until it is closed: ready once it records or has
 * said why it cannot, a heartbeat only while it truly gets on, and one line for a person.
 *
 * <p>A station without its microphone is ready too: the rest of it works, and systemd would only
 * kill it for being late.
 */
public final class Reporting implements AutoCloseable {
  /** Several heartbeats to the shortest sensible WatchdogSec, 10 s. */
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final ServiceManager manager;
  private final Liveness liveness;
  private final TimeKeeper time;
  private final Line line;
  private boolean ready;
  private String said = "";

  public Reporting(ServiceManager manager, Liveness liveness, TimeKeeper time) {
    this.manager = manager;
    this.liveness = liveness;
    this.time = time;
    this.line = time.start("service-manager", this::report);
  }

  private void report() throws InterruptedException {
    while (true) {
      look();
      time.sleep(PERIOD);
    }
  }

  private void look() {
    var now = liveness.said();
    if (!now.equals(said)) {
      manager.tell("STATUS=" + now);
      said = now;
    }
    if (!ready && liveness.isSettled()) {
      manager.tell("READY=1");
      ready = true;
    }
    if (liveness.isAlive()) {
      manager.tell("WATCHDOG=1");
    }
  }

  /** Says that the station is about to stop. */
  @Override
  public void close() {
    line.stop();
    manager.tell("STOPPING=1");
  }
}
