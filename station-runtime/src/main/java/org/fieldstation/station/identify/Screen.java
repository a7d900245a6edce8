package org.fieldstation.station.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * The filters in their order. A candidate passes them one after the other until one rejects it;
 * what each said stays with it.
 */
public final class Screen {
  private final WatchLists watch;
  private final List<Filter> filters;
  private final Sample sample;

  public Screen(WatchLists watch, List<Filter> filters) {
    this.watch = watch;
    this.filters = List.copyOf(filters);
    this.sample = new Sample();
  }

  /** One that lets everything pass. */
  public static Screen open() {
    return new Screen(WatchLists.NONE, List.of());
  }

  /** What became of a window's candidates. */
  record Screened(List<Detection> told, List<Rejection> rejected) {}

  Screened screen(Window window, List<Detection> candidates) {
    filters.forEach(filter -> filter.hear(window, candidates));
    var told = new ArrayList<Detection>();
    var rejected = new ArrayList<Rejection>();
    for (var candidate : candidates) {
      var judged = judged(candidate);
      var last = judged.verdicts().isEmpty() ? null : judged.verdicts().getLast();
      if (last == null || last.keeps()) {
        told.add(judged);
      } else {
        sample.take(judged, last).ifPresent(rejected::add);
      }
    }
    return new Screened(told, rejected);
  }

  private Detection judged(Detection candidate) {
    Optional<Verdict.Watched> watched = watch.verdict(candidate.label());
    var judged = watched.map(candidate::with).orElse(candidate);
    for (var filter : filters) {
      var verdict = filter.verdict(candidate, watched.isPresent());
      judged = verdict.map(judged::with).orElse(judged);
      if (verdict.isPresent() && !verdict.get().keeps()) {
        return judged;
      }
    }
    return judged;
  }
}
