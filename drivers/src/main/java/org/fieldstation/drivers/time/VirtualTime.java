package org.fieldstation.drivers.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: a month passes as fast as the work in it can be done, and the same program does the
 * same things in the same order every time.
 *
 * <p>One line of work runs at a time and keeps running until it waits, here and nowhere else. Then
 * the line whose time comes next runs, and the clock jumps to that time; lines due at the same
 * instant run in the order in which they began to wait. So there are no races to win or lose: order
 * is a function of the program alone. The thread that made the clock is itself the first line of
 * work, and drives the rest by sleeping.
 */
public final class VirtualTime implements TimeKeeper {
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> waiting = new PriorityQueue<>();
  private final List<Member> members = new ArrayList<>();
  private final Instant origin;
  private long nanos;
  private long order;
  private Duration error = Duration.ZERO;
  private TimeSource source = TimeSource.GNSS;

  public VirtualTime(Instant origin) {
    this.origin = origin;
  }

  /** Steps UTC by {@code step}, as a first fix or a time server would; uptime does not notice. */
  public void step(Duration step, TimeSource from) {
    lock.lock();
    try {
      error = error.plus(step);
      source = from;
    } finally {
      lock.unlock();
    }
  }

  /** Believes whoever is of a better kind than the one it believes. */
  @Override
  public void told(ToldTime time) {
    lock.lock();
    try {
      if (time.source().code() > source.code()) {
        error = Duration.between(origin.plusNanos(nanos), time.at(nanos));
        source = time.source();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Moment now() {
    lock.lock();
    try {
      var uptime = Duration.ofNanos(nanos);
      return new Moment(origin.plus(uptime).plus(error), source, Duration.ofMillis(1), uptime);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nanos() {
    lock.lock();
    try {
      return nanos;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    lock.lock();
    try {
      waitAs(new Waiter(nanos + duration.toNanos(), order++, lock.newCondition()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Signal signal() {
    return new Bell();
  }

  @Override
  public Line start(String name, Task task) {
    lock.lock();
    try {
      var member = new Member(new Waiter(nanos, order++, lock.newCondition()));
      waiting.add(member.start);
      members.add(member);
      Thread.ofVirtual().name(name).start(() -> run(member, task));
      return member;
    } finally {
      lock.unlock();
    }
  }

  /** Stops every line of work and waits for its end, in the order in which they were started. */
  public void stopAll() throws InterruptedException {
    for (var member : List.copyOf(members)) {
      member.stop();
      member.join();
    }
  }

  private void run(Member member, Task task) {
    lock.lock();
    try {
      member.thread = Thread.currentThread();
      awaitTurn(member.start);
      lock.unlock();
      try {
        task.run();
      } finally {
        lock.lock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      member.ended = true;
      members.remove(member);
      member.joiners.forEach(this::wakeNow);
      passOn();
      lock.unlock();
    }
  }

  /** Gives up the turn until the waiter's time has come or it has been woken. */
  private void waitAs(Waiter waiter) throws InterruptedException {
    for (var member : members) {
      if (Thread.currentThread().equals(member.thread)) {
        if (member.stopped) {
          throw new InterruptedException("stopped");
        }
        member.now = waiter;
      }
    }
    waiting.add(waiter);
    passOn();
    awaitTurn(waiter);
  }

  private static void awaitTurn(Waiter waiter) throws InterruptedException {
    while (!waiter.turn) {
      waiter.woken.awaitUninterruptibly();
    }
    if (waiter.interrupted) {
      throw new InterruptedException("stopped");
    }
  }

  private void passOn() {
    var next = waiting.poll();
    if (next != null) {
      nanos = Math.max(nanos, next.at);
      next.turn = true;
      next.woken.signal();
    }
  }

  private void wakeNow(Waiter waiter) {
    if (waiting.remove(waiter)) {
      waiter.at = nanos;
      waiter.order = order++;
      waiting.add(waiter);
    }
  }

  private final class Member implements Line {
    private final Waiter start;
    private final List<Waiter> joiners = new ArrayList<>();
    private Waiter now;
    private @Nullable Thread thread;
    private boolean stopped;
    private boolean ended;

    Member(Waiter start) {
      this.start = start;
      this.now = start;
    }

    @Override
    public void stop() {
      lock.lock();
      try {
        stopped = true;
        if (waiting.contains(now)) {
          now.interrupted = true;
          wakeNow(now);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void join() throws InterruptedException {
      lock.lock();
      try {
        if (!ended) {
          var waiter = new Waiter(Long.MAX_VALUE, order++, lock.newCondition());
          joiners.add(waiter);
          waitAs(waiter);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private final class Bell implements Signal {
    private final List<Waiter> listeners = new ArrayList<>();
    private boolean rung;

    @Override
    public void ring() {
      lock.lock();
      try {
        rung = true;
        listeners.forEach(VirtualTime.this::wakeNow);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
      lock.lock();
      try {
        if (!rung) {
          var waiter = new Waiter(nanos + atMost.toNanos(), order++, lock.newCondition());
          listeners.add(waiter);
          try {
            waitAs(waiter);
          } finally {
            listeners.remove(waiter);
          }
        }
        boolean heard = rung;
        rung = false;
        return heard;
      } finally {
        lock.unlock();
      }
    }
  }

  private static final class Waiter implements Comparable<Waiter> {
    private final Condition woken;
    private long at;
    private long order;
    private boolean turn;
    private boolean interrupted;

    Waiter(long at, long order, Condition woken) {
      this.at = at;
      this.order = order;
      this.woken = woken;
    }

    @Override
    public int compareTo(Waiter other) {
      return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
    }
  }
}
