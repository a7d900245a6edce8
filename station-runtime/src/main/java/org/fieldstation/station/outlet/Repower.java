package org.fieldstation.station.outlet;

import java.time.Duration;
import org.fieldstation.drivers.time.StationClock;

/**
 * When a device that gives nothing is worth a cut of its power: after three failures in a row, not
 * soon again, and not often in a day. A plug that was pulled out is not helped by it. Used by one
 * line of work.
 */
public final class Repower {
  public static final int PER_DAY = 6;
  private static final int FAILURES = 3;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private final StationClock clock;
  private int failures;
  private int cuts;
  private long firstCut;
  private long lastCut;

  public Repower(StationClock clock) {
    this.clock = clock;
  }

  /** It failed, or gave nothing for a minute. Returns whether its power is worth a cut by now. */
  public boolean failed() {
    failures++;
    return due();
  }

  /** It works. */
  public void well() {
    failures = 0;
  }

  /** Whether its power is worth a cut now. */
  public boolean due() {
    long now = clock.nanos();
    if (cuts > 0 && now - firstCut >= DAY.toNanos()) {
      cuts = 0;
    }
    boolean rested = cuts == 0 || now - lastCut >= FIRST_PAUSE.toNanos() << (cuts - 1);
    return failures >= FAILURES && rested && cuts < PER_DAY;
  }

  /** Its power is cut now. Returns how often that makes today. */
  public int cut() {
    lastCut = clock.nanos();
    firstCut = cuts == 0 ? lastCut : firstCut;
    failures = 0;
    return ++cuts;
  }
}
