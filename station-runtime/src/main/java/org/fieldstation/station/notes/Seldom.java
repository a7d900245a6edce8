package org.fieldstation.station.notes;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lets each of several things happen once in a while. */
final class Seldom {
  private final Duration every;
  private final Map<String, Duration> last = new HashMap<>();

  Seldom(Duration every) {
    this.every = every;
  }

  /** Whether it is time again; if so, it counts as done. */
  boolean due(String what, Duration uptime) {
    var before = last.get(what);
    if (before != null && uptime.minus(before).compareTo(every) < 0) {
      return false;
    }
    last.put(what, uptime);
    return true;
  }
}
