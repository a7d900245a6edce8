package org.fieldstation.drivers.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import org.fieldstation.drivers.time.StationClock;

/**
 * A plug that may be loose. A device that comes and goes is given longer and longer to settle
 * before it is used again: opening one that is just going costs more than waiting. Used by one line
 * of work.
 */
public final class Plug {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration LONGEST_REST = Duration.ofSeconds(64);
  private static final int FLAPPING = 3;

  private final StationClock clock;
  private final ArrayDeque<Long> losses = new ArrayDeque<>();

  public Plug(StationClock clock) {
    this.clock = clock;
  }

  /** The device was there and is gone. */
  public void lost() {
    losses.addLast(clock.nanos());
  }

  /** How long it should be left alone before it is used again: 0, or 2 s doubled with each loss. */
  public Duration rest() {
    int recent = recent();
    if (recent == 0) {
      return Duration.ZERO;
    }
    var rest = Duration.ofSeconds(1L << Math.min(recent, Long.SIZE / 2));
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }

  /** Whether it was lost so often that somebody should look at the plug. */
  public boolean isLoose() {
    return recent() >= FLAPPING;
  }

  private int recent() {
    long since = clock.nanos() - REMEMBERED.toNanos();
    while (!losses.isEmpty() && losses.getFirst() < since) {
      losses.removeFirst();
    }
    return losses.size();
  }
}
