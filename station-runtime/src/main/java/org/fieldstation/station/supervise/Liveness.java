package org.fieldstation.station.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.fieldstation.drivers.time.StationClock;

/**
 * Whether the station truly gets on. Watchdogs are fed by this and by nothing else: a process that
 * runs and does not record is worse than one that ended, because nobody starts it again.
 *
 * <p>Only paths with a limited {@link Patience} count. Each of them is judged by what it got done,
 * not by whether its thread exists.
 */
public final class Liveness {
  private final StationClock clock;
  private final List<Pulse> all = new CopyOnWriteArrayList<>();
  private final List<Pulse> vital = new CopyOnWriteArrayList<>();

  public Liveness(StationClock clock) {
    this.clock = clock;
  }

  Pulse of(String path, Patience patience) {
    var pulse = new Pulse(path, patience, clock);
    all.add(pulse);
    if (!patience.equals(Patience.ENDLESS)) {
      vital.add(pulse);
    }
    return pulse;
  }

  /** Names of the paths, vital or not, that broke and have not got anything done since. */
  public Set<String> failing() {
    return all.stream().filter(Pulse::isFailing).map(Pulse::path).collect(Collectors.toSet());
  }

  /** That path has had nothing but faults for at least so long. */
  public boolean failsSince(String path, Duration atLeast) {
    return all.stream().anyMatch(pulse -> pulse.path().equals(path) && pulse.failsSince(atLeast));
  }

  /** Every vital path moved within its patience. */
  public boolean isAlive() {
    return vital.stream().noneMatch(Pulse::isStuck);
  }

  /** The start is over: every vital path has got something done, or has said why it cannot. */
  public boolean isSettled() {
    return vital.stream().allMatch(Pulse::isSettled);
  }

  /** One line for a person, for instance {@code journal well, sound fails (device-absent)}. */
  public String said() {
    return vital.stream().map(Pulse::said).collect(Collectors.joining(", "));
  }
}
