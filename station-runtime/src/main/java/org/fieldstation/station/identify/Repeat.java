package org.fieldstation.station.identify;

/**
 * How often a label must be heard before it is told: in {@code needed} of the last {@code windows}
 * windows, all of them within {@code seconds}.
 */
public record Repeat(int needed, int windows, double seconds) {
  /** Once is enough. */
  public static final Repeat ONCE = new Repeat(1, 1, 0);

  public Repeat {
    if (needed < 1 || needed > windows) {
      throw new IllegalArgumentException(
          "%d of %d windows can never be heard".formatted(needed, windows));
    }
    if (!(seconds >= 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("a repeat within 0 to 3600 s, not " + seconds);
    }
  }

  /** Whether so many windows start within the time at all when they are so far apart. */
  boolean possible(double hopSeconds) {
    return Math.floor(seconds / hopSeconds + 1e-9) + 1 >= needed;
  }
}
