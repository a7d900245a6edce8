package org.fieldstation.sim.board;

import java.time.Duration;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.world.Clearing;
import org.fieldstation.sim.world.Clearing.Crossing;

/**
 * A passive infrared detector before the clearing: its line is high while somebody warm is before
 * it, and for a while after.
 */
public final class VirtualPir {
  private static final int MINUTE = 60;

  /** How long the cheap modules hold their line at least, as they leave the factory. */
  private static final double HOLD_SECONDS = 2.5;

  private final Clearing clearing;
  private final VirtualPin pin;
  private final TimeKeeper time;

  private VirtualPir(Clearing clearing, VirtualPin pin, TimeKeeper time) {
    this.clearing = clearing;
    this.pin = pin;
    this.time = time;
  }

  /** Lets a detector watch the clearing for ever, on a line of work of its own. */
  public static void watch(Clearing clearing, VirtualPin pin, TimeKeeper time) {
    pin.drive(false);
    time.start("virtual-pir", new VirtualPir(clearing, pin, time)::watch);
  }

  private void watch() throws InterruptedException {
    for (long minute = (long) Math.floor(t() / MINUTE); ; minute++) {
      for (var crossing : clearing.minute(minute)) {
        feel(crossing);
      }
      sleepUntil((double) (minute + 1) * MINUTE);
    }
  }

  private void feel(Crossing crossing) throws InterruptedException {
    double end = crossing.start() + crossing.walker().seconds();
    if (end < t()) {
      return;
    }
    sleepUntil(crossing.start());
    pin.drive(true);
    sleepUntil(end + HOLD_SECONDS);
    pin.drive(false);
  }

  private void sleepUntil(double then) throws InterruptedException {
    double seconds = then - t();
    if (seconds > 0) {
      time.sleep(Duration.ofNanos((long) Math.ceil(seconds * 1e9)));
    }
  }

  private double t() {
    return time.now().utc().toEpochMilli() / 1e3;
  }
}
