package org.fieldstation.station.identify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * Waits until a label is heard again. What models hear by mistake they seldom hear twice; what
 * sings or saws goes on. The first windows are not told afterwards: a detection stands for the
 * window that confirmed it.
 */
public final class Confirmation implements Filter {
  private final Repeat ordinary;
  private final Repeat watched;
  private final ArrayDeque<Double> windows = new ArrayDeque<>();
  private final Map<String, ArrayDeque<Double>> heard = new HashMap<>();

  /**
   * @param watched for labels on a watch list: a shot is heard once
   */
  public Confirmation(Repeat ordinary, Repeat watched) {
    this.ordinary = ordinary;
    this.watched = watched;
  }

  @Override
  public void hear(Window window, List<Detection> candidates) {
    windows.add(window.startSeconds());
    while (windows.size() > Math.max(ordinary.windows(), watched.windows())) {
      windows.removeFirst();
    }
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean onWatchList) {
    var repeat = onWatchList ? watched : ordinary;
    var times = heard.computeIfAbsent(candidate.label().id(), _ -> new ArrayDeque<>());
    times.add(candidate.startSeconds());
    double since = Math.max(first(repeat), candidate.startSeconds() - repeat.seconds() - 1e-6);
    while (times.getFirst() < since) {
      times.removeFirst();
    }
    if (repeat.needed() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        times.size() >= repeat.needed()
            ? new Verdict.Confirmed(times.size(), repeat.windows())
            : new Verdict.Unconfirmed(
                times.size(), repeat.needed(), repeat.windows(), repeat.seconds()));
  }

  /** When the earliest of the windows that count began. */
  private double first(Repeat repeat) {
    return windows.stream()
        .skip(Math.max(0, windows.size() - repeat.windows()))
        .findFirst()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
