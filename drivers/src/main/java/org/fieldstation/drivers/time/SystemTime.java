package org.fieldstation.drivers.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Real time: the machine's clocks, and a virtual thread for each line of work. */
public final class SystemTime implements TimeKeeper {

  /**
   * A clock that claims an earlier year was never set: the first release of this software is
   * younger.
   */
  private static final Instant OLDEST_BELIEVABLE = Instant.parse("2026-01-01T00:00:00Z");

  /** What a synchronised system clock promises at worst on a bad link, as NTP counts it. */
  private static final Duration NTP_UNCERTAINTY = Duration.ofMillis(500);

  private final long started = System.nanoTime();

  @Override
  public Moment now() {
    var utc = Instant.now();
    var source = utc.isBefore(OLDEST_BELIEVABLE) ? TimeSource.NONE : TimeSource.NTP;
    return new Moment(utc, source, NTP_UNCERTAINTY, Duration.ofNanos(nanos() - started));
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  @Override
  public Line start(String name, Task task) {
    var thread =
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                task.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    return new Line() {
      @Override
      public void stop() {
        thread.interrupt();
      }

      @Override
      public void join() throws InterruptedException {
        thread.join();
      }
    };
  }

  @Override
  public Signal signal() {
    return new Bell();
  }

  private static final class Bell implements Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean rung;

    @Override
    public void ring() {
      lock.lock();
      try {
        rung = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
      long left = atMost.toNanos();
      lock.lockInterruptibly();
      try {
        while (!rung && left > 0) {
          left = changed.awaitNanos(left);
        }
        boolean heard = rung;
        rung = false;
        return heard;
      } finally {
        lock.unlock();
      }
    }
  }
}
