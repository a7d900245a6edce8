package org.fieldstation.station.identify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * Doubts what is heard all the time. Animals pause; pumps, fans, streams and the insects that a
 * model was never taught do not.
 *
 * <p>Counts the windows that were judged, not the hours on the wall: an hour of rain is no evidence
 * of anything.
 */
public final class SteadyNoise implements Filter {

  /**
   * What is too much.
   *
   * @param share of the windows of the last hour above which a label is noise
   * @param watchedShare the same for labels on a watch list: a saw may run all morning
   * @param leastMinutes listened to before anything is called steady
   */
  public record Limits(double share, double watchedShare, double leastMinutes) {
    public static final Limits ORDINARY = new Limits(0.5, 0.95, 10);

    public Limits {
      if (!(share > 0 && share <= 1) || !(watchedShare >= share && watchedShare <= 1)) {
        throw new IllegalArgumentException(
            "steady noise: shares from above 0 to 1, watched labels' not the lower one");
      }
      if (!(leastMinutes > 0 && leastMinutes <= HOUR / 60)) {
        throw new IllegalArgumentException("steady noise: from above 0 to 60 minutes of evidence");
      }
    }
  }

  private static final double HOUR = 3600;

  private final Limits limits;
  private final ArrayDeque<Double> windows = new ArrayDeque<>();
  private final Map<String, ArrayDeque<Double>> heard = new HashMap<>();

  public SteadyNoise(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void hear(Window window, List<Detection> candidates) {
    double now = window.startSeconds();
    forget(windows, now);
    windows.add(now);
    for (var candidate : candidates) {
      var times = heard.computeIfAbsent(candidate.label().id(), _ -> new ArrayDeque<>());
      forget(times, now);
      times.add(now);
    }
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    var times = heard.getOrDefault(candidate.label().id(), new ArrayDeque<>());
    double minutes = (windows.getLast() - windows.getFirst()) / 60;
    double share = (double) times.size() / windows.size();
    if (minutes < limits.leastMinutes()) {
      return Optional.empty();
    }
    double limit = watched ? limits.watchedShare() : limits.share();
    return Optional.of(
        share > limit ? new Verdict.Steady(share, limit, minutes) : new Verdict.NotSteady(share));
  }

  private static void forget(ArrayDeque<Double> times, double now) {
    while (!times.isEmpty() && times.getFirst() < now - HOUR) {
      times.removeFirst();
    }
  }
}
