package org.fieldstation.sim.board;

import org.fieldstation.drivers.time.TimeKeeper;

/**
 * A contact to ground that closes with the weather: the closings since the last look are made up
 * when somebody looks, each at its own time. So a day without a look costs nothing.
 */
final class Pulses implements Runnable {
  private static final long CLOSED_NANOS = 2_000_000;

  private final VirtualPin pin;
  private final Rate rate;
  private final TimeKeeper time;
  private double lastT;
  private double rest;

  /** How many closings there are between two times, in seconds since the world began. */
  @FunctionalInterface
  interface Rate {
    double between(double from, double to);
  }

  Pulses(VirtualPin pin, Rate rate, TimeKeeper time) {
    this.pin = pin;
    this.rate = rate;
    this.time = time;
    this.lastT = t();
  }

  private double t() {
    return time.now().utc().toEpochMilli() / 1e3;
  }

  @Override
  public synchronized void run() {
    double now = t();
    double from = lastT;
    if (now <= from) {
      lastT = now; // the clock was set back: what was before is not made up again
      return;
    }
    lastT = now;
    double sum = rest + rate.between(from, now);
    long closings = (long) sum;
    rest = sum - closings;
    long nanos = time.nanos();
    double step = (now - from) * 1e9 / Math.max(1, closings);
    for (long i = closings - 1; i >= 0; i--) {
      long at = nanos - (long) (i * step) - CLOSED_NANOS;
      pin.drive(false, at);
      pin.drive(true, at + CLOSED_NANOS);
    }
  }
}
