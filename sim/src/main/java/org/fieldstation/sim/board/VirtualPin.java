package org.fieldstation.sim.board;

import org.fieldstation.drivers.time.StationClock;
import org.jspecify.annotations.Nullable;

/** A line of a GPIO chip: something outside drives it, or the station does. */
public final class VirtualPin {
  private final StationClock clock;
  private @Nullable Listener listener;
  private @Nullable Runnable before;
  private @Nullable Runnable heeded;
  private boolean high = true;
  private boolean driven;
  private long sequence;

  VirtualPin(StationClock clock) {
    this.clock = clock;
  }

  /** Who is told of every edge, as the kernel would. */
  @FunctionalInterface
  public interface Listener {
    void edge(boolean high, long nanos, long sequence);
  }

  /** The level now. */
  public boolean high() {
    var catchUp = look();
    if (catchUp != null) {
      catchUp.run();
    }
    synchronized (this) {
      return high;
    }
  }

  private synchronized @Nullable Runnable look() {
    return before;
  }

  /** Drives it now. */
  public void drive(boolean level) {
    drive(level, clock.nanos());
  }

  /** Drives it at that time, which has passed but not been told of. */
  public void drive(boolean level, long nanos) {
    Listener told;
    long number;
    synchronized (this) {
      if (high == level) {
        return;
      }
      high = level;
      driven = true;
      number = ++sequence;
      told = listener;
    }
    if (told != null) {
      told.edge(level, nanos, number);
    }
  }

  /** A weak resistor holds the pin at that level while nothing drives it. */
  public synchronized void pull(boolean level) {
    if (!driven) {
      high = level;
    }
  }

  /** So many edges came and there was no room for them. */
  public synchronized void lose(int edges) {
    sequence += edges;
  }

  /** From now on this one is told; of what was before nobody is. */
  public void listen(@Nullable Listener told) {
    high();
    Runnable first;
    synchronized (this) {
      listener = told;
      sequence = 0;
      first = told == null ? null : heeded;
      heeded = told == null ? heeded : null;
    }
    if (first != null) {
      first.run();
    }
  }

  /**
   * What is done when somebody listens for the first time: a detector nobody hears need not act.
   */
  public synchronized void whenHeeded(Runnable action) {
    heeded = action;
  }

  /** What is done before anybody looks at the pin: edges of the time since the last look. */
  synchronized void beforeLooking(Runnable action) {
    before = action;
  }
}
