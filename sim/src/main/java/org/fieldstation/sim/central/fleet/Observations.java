package org.fieldstation.sim.central.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.leshan.core.observation.Observation;
import org.eclipse.leshan.core.observation.ObservationIdentifier;
import org.eclipse.leshan.core.observation.SingleObservation;
import org.jspecify.annotations.Nullable;

/** What one front observes. */
final class Observations {
  private final Map<ObservationIdentifier, Observation> all = new ConcurrentHashMap<>();

  /** Adds one; an earlier one of the same resource ends with it. Returns those that ended. */
  Collection<Observation> add(Observation one, boolean ifAbsent) {
    if (ifAbsent && all.putIfAbsent(one.getId(), one) != null) {
      return List.of();
    }
    var before = all.put(one.getId(), one);
    var ended = remove(other -> !other.getId().equals(one.getId()) && isAgain(one, other));
    return before == null || before.equals(one) ? ended : List.of(before);
  }

  private static boolean isAgain(Observation one, Observation other) {
    return one instanceof SingleObservation now
        && other instanceof SingleObservation then
        && now.getRegistrationId().equals(then.getRegistrationId())
        && now.getPath().equals(then.getPath());
  }

  @Nullable Observation get(ObservationIdentifier which) {
    return all.get(which);
  }

  @Nullable Observation of(String registration, ObservationIdentifier which) {
    var one = all.get(which);
    return one != null && one.getRegistrationId().equals(registration) ? one : null;
  }

  @Nullable Observation remove(ObservationIdentifier which) {
    return all.remove(which);
  }

  Collection<Observation> all(String registration) {
    return all.values().stream()
        .filter(one -> one.getRegistrationId().equals(registration))
        .toList();
  }

  Collection<Observation> removeAll(String registration) {
    return remove(one -> one.getRegistrationId().equals(registration));
  }

  private Collection<Observation> remove(Predicate<Observation> which) {
    var gone = all.values().stream().filter(which).toList();
    gone.forEach(one -> all.remove(one.getId()));
    return gone;
  }
}
