package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries to register, as resources 17 to 20 of the Server object say: so many tries,
 * each bound twice the last; then the sequence delay; then again. Each pause is drawn from nothing
 * up to its bound, so that a fleet that lost its server together does not come back together. Where
 * the standard gives up after the last sequence, a station goes on: nobody stands beside it.
 */
final class RetryPlan {
  private static final int DOUBLINGS = 20;

  private final ServerTerms terms;
  private final RandomGenerator random;
  private long failures;

  RetryPlan(ServerTerms terms, RandomGenerator random) {
    this.terms = terms;
    this.random = random;
  }

  /** The next pause. */
  Duration next() {
    long bound = bound(failures++).toMillis();
    return Duration.ofMillis(random.nextLong(bound + 1));
  }

  private Duration bound(long failure) {
    long tries = Math.max(1, terms.retryCount());
    long place = failure % tries;
    if (place == 0 && failure > 0) {
      return terms.sequenceDelay();
    }
    var doubled = terms.retryTimer().multipliedBy(1L << Math.min(place, DOUBLINGS));
    var longest = terms.sequenceDelay();
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** Whether every sequence of 1/x/20 has failed, and it may be time to ask for another account. */
  boolean exhausted() {
    return terms.bootstrapOnFailure()
        && failures >= terms.sequences() * Math.max(1, terms.retryCount());
  }

  /** Something worked: the next pause is short again. */
  void reset() {
    failures = 0;
  }
}
