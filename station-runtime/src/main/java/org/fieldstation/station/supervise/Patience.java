package org.fieldstation.station.supervise;

import java.time.Duration;

/**
 * How long the station may live without a path's progress, before it is better started anew.
 *
 * @param silent no progress and no fault for so long: the path hangs where nobody can reach it
 * @param failing nothing but faults for so long: trying again has not helped and will not
 */
public record Patience(Duration silent, Duration failing) {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** Nothing else depends on the path: a hung rain gauge is no reason to stop listening. */
  public static final Patience ENDLESS = new Patience(FOR_EVER, FOR_EVER);

  /** A path that must move; as long as it fails aloud, the supervisor's retries are life enough. */
  public static Patience untilSilent(Duration silent) {
    return new Patience(silent, FOR_EVER);
  }
}
