package org.fieldstation.station.night;

import java.time.Duration;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.time.Scheduler.Signal;

/**
 * What is wanted of the infrared lamp, between those who want light and the line of work that has
 * its pin. A lamp that breaks costs light and neither pictures nor contacts.
 */
public final class InfraredLamp {
  private final Signal bell;
  private volatile boolean wanted;

  public InfraredLamp(Scheduler scheduler) {
    bell = scheduler.signal();
  }

  /** Wants light, or no more of it. Returns at once. */
  void light(boolean on) {
    if (wanted != on) {
      wanted = on;
      bell.ring();
    }
  }

  /** Whether light is wanted. */
  public boolean wanted() {
    return wanted;
  }

  /** Waits until that may have changed, at most so long. */
  public void await(Duration atMost) throws InterruptedException {
    bell.await(atMost);
  }
}
