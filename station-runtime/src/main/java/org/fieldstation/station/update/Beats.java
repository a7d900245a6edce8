package org.fieldstation.station.update;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fieldstation.drivers.time.StationClock;

/** When each path of this process last got something done. */
public final class Beats {
  private final StationClock clock;
  private final Map<String, Duration> beats = new ConcurrentHashMap<>();

  public Beats(StationClock clock) {
    this.clock = clock;
  }

  /** A path got something done. */
  public void beat(String path) {
    beats.put(path, clock.now().uptime());
  }

  /** Paths that did so within the last while; everything counts as alive when a process begins. */
  boolean isAlive(String path, Duration within) {
    var last = beats.getOrDefault(path, Duration.ZERO);
    return clock.now().uptime().minus(last).compareTo(within) <= 0;
  }

  /** A path that got something done in this process, and so lately. */
  boolean hasBeaten(String path, Duration within) {
    return beats.containsKey(path) && isAlive(path, within);
  }

  /** Paths that have ever got something done, and lately. */
  Set<String> alive(Duration within) {
    return beats.keySet().stream()
        .filter(path -> isAlive(path, within))
        .collect(Collectors.toUnmodifiableSet());
  }
}
