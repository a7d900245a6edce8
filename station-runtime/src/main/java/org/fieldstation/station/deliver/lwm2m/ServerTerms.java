package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.station.keep.Notebook;

/**
 * What a server has set in its Server object (1/x), kept over restarts; where it has set nothing,
 * what the configuration says. Nothing a server writes takes the lifetime below an hour, or the
 * station away for ever.
 */
final class ServerTerms {
  static final int LIFETIME = 1;
  static final int DISABLE_TIMEOUT = 5;
  static final int STORING = 6;
  static final int LAST_BOOTSTRAPPED = 12;
  static final int INITIAL_DELAY = 14;
  static final int BOOTSTRAP_ON_FAILURE = 16;
  static final int RETRY_COUNT = 17;
  static final int RETRY_TIMER = 18;
  static final int SEQUENCE_DELAY = 19;
  static final int SEQUENCES = 20;
  static final int MUTE_SEND = 23;

  /** What a bootstrap server may set. */
  static final Set<Integer> LASTING =
      Set.of(
          LIFETIME,
          2,
          3,
          DISABLE_TIMEOUT,
          STORING,
          INITIAL_DELAY,
          BOOTSTRAP_ON_FAILURE,
          RETRY_COUNT,
          RETRY_TIMER,
          SEQUENCE_DELAY,
          SEQUENCES,
          MUTE_SEND);

  private static final long DEFAULT_TRIES = 5;
  private static final Duration DEFAULT_DISABLED = Duration.ofDays(1);
  private static final Duration LONGEST_DISABLED = Duration.ofDays(7);

  private final Notebook kept;
  private final Patience patience;

  ServerTerms(Notebook kept, Patience patience) {
    this.kept = kept;
    this.patience = patience;
  }

  long lifetimeSeconds() {
    return Math.max(
        Duration.ofHours(1).toSeconds(), number(LIFETIME).orElse(patience.lifetime().toSeconds()));
  }

  boolean muted() {
    return word(MUTE_SEND).map(Boolean::valueOf).orElse(false);
  }

  /** How long a server that disabled us is left alone. */
  Duration disabledFor() {
    var asked = number(DISABLE_TIMEOUT).map(Duration::ofSeconds).orElse(DEFAULT_DISABLED);
    return asked.compareTo(LONGEST_DISABLED) > 0 ? LONGEST_DISABLED : asked;
  }

  /** Upper bound of the pause before the first registration after a start. */
  Duration initialDelay() {
    return number(INITIAL_DELAY).map(Duration::ofSeconds).orElse(Duration.ZERO);
  }

  long retryCount() {
    return number(RETRY_COUNT).orElse(DEFAULT_TRIES);
  }

  Duration retryTimer() {
    return number(RETRY_TIMER).map(Duration::ofSeconds).orElse(patience.firstRetry());
  }

  Duration sequenceDelay() {
    return number(SEQUENCE_DELAY).map(Duration::ofSeconds).orElse(patience.longestRetry());
  }

  /** Whether another account is asked for when this one does not work; yes unless it was set. */
  boolean bootstrapOnFailure() {
    return word(BOOTSTRAP_ON_FAILURE).map(Boolean::valueOf).orElse(true);
  }

  /** How many sequences of tries, all of them in vain, before another account is asked for. */
  long sequences() {
    return Math.max(1, number(SEQUENCES).orElse(1L));
  }

  Optional<Long> number(int resource) {
    return word(resource).filter(it -> it.matches("[0-9]{1,9}")).map(Long::valueOf);
  }

  Optional<String> word(int resource) {
    return kept.get(path(resource));
  }

  void set(int resource, Object value) {
    kept.put(path(resource), value.toString());
  }

  private static String path(int resource) {
    return "/1/0/" + resource;
  }
}
