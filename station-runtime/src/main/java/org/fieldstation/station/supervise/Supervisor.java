package org.fieldstation.station.supervise;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.Scheduler.Task;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * Keeps paths going: one that fails is started again, later and later, and what broke is a record.
 * This is the station's only way of recovering, so a path never tries to.
 */
public final class Supervisor {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** A path that ran so long had recovered; its next fault is a new one. */
  private static final Duration RECOVERED = Duration.ofMinutes(2);

  private final TimeKeeper time;
  private final RandomGenerator random;
  private final FaultBook faults;

  public Supervisor(TimeKeeper time, RandomGenerator random, FaultBook faults) {
    this.time = time;
    this.random = random;
    this.faults = faults;
  }

  /** Starts a path. It ends when it is stopped, or when it comes to its own end. */
  public Line keep(String path, Task task) {
    return time.start(path, () -> keepGoing(path, task));
  }

  private void keepGoing(String path, Task task) throws InterruptedException {
    var pause = FIRST_PAUSE;
    while (!Thread.currentThread().isInterrupted()) {
      long started = time.nanos();
      try {
        task.run();
        return;
      } catch (RuntimeException | LinkageError fault) {
        if (Thread.currentThread().isInterrupted()) {
          return; // stopped, and said so in its own words
        }
        faults.note(path, fault);
      }
      boolean recovered = time.nanos() - started > RECOVERED.toNanos();
      pause = recovered ? FIRST_PAUSE : pause;
      // Half fixed, half drawn: stations that lost the same server do not come back in step.
      time.sleep(pause.dividedBy(2).plusMillis(random.nextLong(pause.toMillis() / 2 + 1)));
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }
}
