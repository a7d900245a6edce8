package org.fieldstation.station.remote;

import java.time.Duration;

/**
 * Something that may bring a lost link back.
 *
 * @param name a stable word, for instance {@code radio} or {@code modem-power}
 * @param after how long no server answered before it is worth trying
 * @param perDay how often in 24 hours of running time at most
 * @param action does it; it may end this process
 */
public record Remedy(String name, Duration after, int perDay, Action action) {
  public Remedy {
    if (!after.isPositive() || perDay < 1) {
      throw new IllegalArgumentException(name + " needs a time and a number above zero");
    }
  }

  /** What is done. */
  @FunctionalInterface
  public interface Action {
    /**
     * Does it.
     *
     * @param why one line for a person
     * @throws RuntimeException when it did not work
     */
    void take(String why);
  }
}
