package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: exponential with full jitter, so that a fleet that lost its server together
 * does not come back together.
 */
final class Backoff {
  private static final int DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The next pause, anywhere between nothing and a bound that doubles up to the longest. */
  Duration next() {
    var bound = first.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
    var capped = bound.compareTo(longest) < 0 ? bound : longest;
    return Duration.ofMillis(random.nextLong(capped.toMillis() + 1));
  }

  /** Something worked: the next pause is short again. */
  void reset() {
    failures = 0;
  }
}
