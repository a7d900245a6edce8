package org.fieldstation.station.supervise;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * Keeps paths going: one that fails is started again, later and later, and what broke is a record.
 * This is the station's only way of recovering, so a path never tries to.
 */
public final class Supervisor {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final TimeKeeper time;
  private final RandomGenerator random;
  private final FaultBook faults;
  private final Liveness liveness;

  public Supervisor(TimeKeeper time, RandomGenerator random, FaultBook faults, Liveness liveness) {
    this.time = time;
    this.random = random;
    this.faults = faults;
    this.liveness = liveness;
  }

  /** A path, or what runs it. It says when it has got something done. */
  @FunctionalInterface
  public interface Work {
    void run(Runnable progress) throws InterruptedException;

    /** How long the station may live without this path's progress. */
    default Patience patience() {
      return Patience.ENDLESS;
    }

    /** The same work, without which the station may live only so long. */
    default Work vital(Patience patience) {
      var work = this;
      return new Work() {
        @Override
        public void run(Runnable progress) throws InterruptedException {
          work.run(progress);
        }

        @Override
        public Patience patience() {
          return patience;
        }
      };
    }
  }

  /** Starts a path. It ends when it is stopped, or when it comes to its own end. */
  public Line keep(String path, Work work) {
    var pulse = liveness.of(path, work.patience());
    return time.start(path, () -> keepGoing(path, work, pulse));
  }

  private void keepGoing(String path, Work work, Pulse pulse) throws InterruptedException {
    try {
      var pause = new AtomicReference<>(FIRST_PAUSE);
      while (!Thread.currentThread().isInterrupted()) {
        pulse.tried();
        try {
          work.run(() -> {
            pause.set(FIRST_PAUSE);
            pulse.progressed();
          });
          return;
        } catch (RuntimeException | LinkageError fault) {
          if (Thread.currentThread().isInterrupted()) {
            return; // stopped, and said so in its own words
          }
          faults.note(path, fault);
          pulse.failed(Faults.code(fault), pause.get());
        }
        rest(pause.getAndUpdate(Supervisor::longer));
      }
    } finally {
      pulse.ended();
    }
  }

  /** Half fixed, half drawn: stations that lost the same server do not come back in step. */
  private void rest(Duration pause) throws InterruptedException {
    long half = pause.toMillis() / 2;
    time.sleep(Duration.ofMillis(half + random.nextLong(half + 1)));
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
