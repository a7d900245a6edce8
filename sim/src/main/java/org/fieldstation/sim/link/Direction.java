package org.fieldstation.sim.link;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.StationClock;

/** One direction of a relay: counts the packets and treats them as the link would. */
public final class Direction {
  /** Bytes of IPv4 and UDP. */
  private static final int AROUND_UDP = 28;

  private static final Duration HELD_BACK = Duration.ofMillis(30);

  private final RandomGenerator random;
  private final ScheduledExecutorService timer;
  private final StationClock clock;
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile Impairment impairment = Impairment.NONE;
  private volatile long bitsPerSecond;
  private long freeAt;

  Direction(RandomGenerator random, ScheduledExecutorService timer, StationClock clock) {
    this.random = random;
    this.timer = timer;
    this.clock = clock;
  }

  /** From now on the link is like this. */
  public void set(Impairment now) {
    impairment = now;
  }

  /**
   * From now on no more than so many bits pass in a second, IP and UDP counted; others wait their
   * turn in a queue without end. 0 is no limit.
   */
  public void rate(long bitsPerSecond) {
    this.bitsPerSecond = bitsPerSecond;
  }

  /** When a packet that comes now will have left the sender's queue. */
  private synchronized Duration queued(int size) {
    if (bitsPerSecond == 0) {
      return Duration.ZERO;
    }
    long now = clock.nanos();
    long takes = (size + AROUND_UDP) * 8L * 1_000_000_000L / bitsPerSecond;
    freeAt = Math.max(freeAt, now) + takes;
    return Duration.ofNanos(freeAt - now);
  }

  /** UDP packets offered to this direction, lost ones included. */
  public long packets() {
    return packets.get();
  }

  /** Their payload bytes. */
  public long bytes() {
    return bytes.get();
  }

  /** A packet of this size wants to pass; {@code pass} is run as often and as late as it may. */
  void carry(int size, Runnable pass) {
    packets.incrementAndGet();
    bytes.addAndGet(size);
    var now = impairment;
    double lost;
    double doubled;
    double held;
    synchronized (random) { // always three draws, so that a setting does not shift the others
      lost = random.nextDouble();
      doubled = random.nextDouble();
      held = random.nextDouble();
    }
    var queue = queued(size); // what is lost on the air has taken its time all the same
    if (lost < now.loss()) {
      return;
    }
    var delay = queue.plus(held < now.reordering() ? now.delay().plus(HELD_BACK) : now.delay());
    for (int copies = doubled < now.duplication() ? 2 : 1; copies > 0; copies--) {
      later(pass, delay);
    }
  }

  private void later(Runnable pass, Duration delay) {
    try {
      var _ = timer.schedule(pass, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The relay is being closed: lost.
    }
  }
}
