package org.fieldstation.station.contact;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.StationClock;

/**
 * All warm-body detectors of a station together, for the camera and its lamp. A detector that says
 * so for very long is broken, or looks at a rock in the sun: it is told of and believed no more
 * until it has been quiet.
 */
public final class Motions {

  /**
   * Passive infrared detectors react to change; the slowest sold holds its line for five minutes.
   */
  private static final Duration STUCK = Duration.ofMinutes(10);

  private final StationClock clock;
  private final Consumer<String> stuck;
  private final Map<String, Long> feeling = new ConcurrentHashMap<>();
  private final AtomicBoolean felt = new AtomicBoolean();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param stuck is told the name of a detector that never lets go
   */
  public Motions(StationClock clock, Consumer<String> stuck) {
    this.clock = clock;
    this.stuck = stuck;
  }

  /** Tells this listener too, at once, from the detector's line of work. It must be quick. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** A detector began or ceased to feel something. */
  public void take(String detector, Change change) {
    if (!change.active()) {
      feeling.remove(detector);
      return;
    }
    feeling.put(detector, change.nanos());
    felt.set(true);
    listeners.forEach(Runnable::run);
  }

  /** Whether something is felt now, or has been since this was asked last. */
  public boolean felt() {
    boolean since = felt.getAndSet(false);
    return feeling() || since;
  }

  /** Whether something is felt now. */
  public boolean feeling() {
    boolean now = false;
    for (var one : feeling.entrySet()) {
      if (clock.nanos() - one.getValue() > STUCK.toNanos()) {
        stuck.accept(one.getKey());
      } else {
        now = true;
      }
    }
    return now;
  }
}
