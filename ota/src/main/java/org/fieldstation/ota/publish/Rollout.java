package org.fieldstation.ota.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.ota.Sha256;

/**
 * A release that comes to a fleet in stages: a few first, then a tenth, then all; and to no more
 * when it fails. Which station is in which stage is drawn from its name and the release's, so the
 * same few are not the first every time, and nobody has to remember a list.
 *
 * @param release the signed release's name
 * @param canaries stations that are in the first stage whatever is drawn
 * @param shares the part of the fleet of each stage, growing to 1
 * @param mostFailed the part of those that ended which may have failed; beyond, it stops
 */
public record Rollout(
    String release, Set<String> canaries, List<Double> shares, double mostFailed) {
  private static final double DRAWS = 1L << 32;

  public Rollout {
    canaries = Set.copyOf(canaries);
    shares = List.copyOf(shares);
    for (int i = 0; i < shares.size(); i++) {
      if (!(shares.get(i) >= (i == 0 ? 0 : shares.get(i - 1)) && shares.get(i) <= 1)) {
        throw new IllegalArgumentException(
            "the shares of a rollout grow from stage to stage, to 1");
      }
    }
    if (shares.isEmpty() || shares.getLast() != 1 || !(mostFailed >= 0 && mostFailed < 1)) {
      throw new IllegalArgumentException("a rollout ends with 1, and mostFailed lies below 1");
    }
  }

  /** These canaries, then a tenth, then all; one in twenty may fail, and no canary. */
  public static Rollout ordinary(String release, Set<String> canaries) {
    return new Rollout(release, canaries, List.of(canaries.isEmpty() ? 0.01 : 0, 0.1, 1.0), 0.05);
  }

  /** How a station fares with the release. */
  public enum Fate {
    /** It was not asked yet. */
    NOT_YET,
    UNDER_WAY,
    RUNS,
    FAILED
  }

  /** What to do next: these stations may be asked now, or none because it stopped. */
  public record Step(int stage, Set<String> now, boolean stopped, boolean done) {
    public Step {
      now = Set.copyOf(now);
    }
  }

  /** The stage a station belongs to, from 0. */
  public int stage(String station) {
    if (canaries.contains(station)) {
      return 0;
    }
    var drawn =
        Long.parseLong(Sha256.of((release + "\n" + station).getBytes(UTF_8)).substring(0, 8), 16);
    for (int stage = 0; stage < shares.size() - 1; stage++) {
      if (drawn / DRAWS < shares.get(stage)) {
        return stage;
      }
    }
    return shares.size() - 1;
  }

  /** What follows from how it stands. A stage begins when all of those before it run. */
  public Step next(Map<String, Fate> fates) {
    long ended = count(fates.values(), Fate.RUNS) + count(fates.values(), Fate.FAILED);
    long failed = count(fates.values(), Fate.FAILED);
    boolean aCanaryFailed =
        fates.entrySet().stream()
            .anyMatch(one -> one.getValue() == Fate.FAILED && stage(one.getKey()) == 0);
    for (int stage = 0; stage < shares.size(); stage++) {
      int now = stage;
      var open =
          fates.entrySet().stream()
              .filter(one -> stage(one.getKey()) == now)
              .filter(one -> one.getValue() != Fate.RUNS && one.getValue() != Fate.FAILED)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      if (aCanaryFailed || failed > ended * mostFailed) {
        return new Step(stage, Set.of(), true, false);
      }
      if (!open.isEmpty()) {
        var ask =
            open.entrySet().stream()
                .filter(one -> one.getValue() == Fate.NOT_YET)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Step(stage, ask, false, false);
      }
    }
    return new Step(shares.size() - 1, Set.of(), false, true);
  }

  private static long count(Collection<Fate> fates, Fate fate) {
    return fates.stream().filter(one -> one == fate).count();
  }
}
