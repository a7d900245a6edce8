package org.fieldstation.station.identify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Of rejected candidates, the first of each label and reason in ten minutes; it counts the rest.
 */
final class Sample {
  private static final double EVERY_SECONDS = 600;

  private final Map<String, Kept> kept = new HashMap<>();

  private record Kept(double at, int since) {}

  Optional<Rejection> take(Detection candidate, Verdict reason) {
    var key = candidate.label().id() + '\n' + reason.code();
    var before = kept.get(key);
    if (before != null && candidate.startSeconds() < before.at() + EVERY_SECONDS) {
      kept.put(key, new Kept(before.at(), before.since() + 1));
      return Optional.empty();
    }
    kept.put(key, new Kept(candidate.startSeconds(), 0));
    return Optional.of(new Rejection(candidate, reason, 1 + (before == null ? 0 : before.since())));
  }
}
