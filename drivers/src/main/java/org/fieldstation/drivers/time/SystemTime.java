package org.fieldstation.drivers.time;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Real time: the machine's clocks, and a virtual thread for each line of work. */
public final class SystemTime implements TimeKeeper {

  /** Evidence is looked for so often; within it nothing is that was not there a moment ago. */
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

  private final long started = System.nanoTime();
  private final Evidence.Search search;
  private final InstantSource system;
  private volatile Seen seen;
  private volatile @Nullable ToldTime told;

  /** The clock of this computer. */
  public SystemTime() {
    this(SystemEvidence.ofThisComputer(), InstantSource.system());
  }

  SystemTime(Evidence.Search search, InstantSource system) {
    this.search = search;
    this.system = system;
    this.seen = new Seen(search.look(), started);
  }

  /** Of what the system's clock can show and what was told since, the one that is less far off. */
  @Override
  public Moment now() {
    long nanos = nanos();
    var uptime = Duration.ofNanos(nanos - started);
    var evidence = evidence(nanos);
    var other = told;
    if (other != null && lessFarOff(other, nanos, evidence)) {
      return new Moment(other.at(nanos), other.source(), other.uncertaintyAt(nanos), uptime);
    }
    return new Moment(system.instant(), evidence.source(), evidence.uncertainty(), uptime);
  }

  /** What there is to show for the time now, for people. */
  public Evidence evidence() {
    return evidence(nanos());
  }

  @Override
  public void told(ToldTime time) {
    var before = told;
    long nanos = nanos();
    if (before == null || time.uncertaintyAt(nanos).compareTo(before.uncertaintyAt(nanos)) <= 0) {
      told = time;
    }
  }

  private static boolean lessFarOff(ToldTime told, long nanos, Evidence evidence) {
    return evidence.source() == TimeSource.NONE
        || told.uncertaintyAt(nanos).compareTo(evidence.uncertainty()) < 0;
  }

  private Evidence evidence(long nanos) {
    var last = seen;
    if (nanos - last.nanos() >= LOOK_EVERY_NANOS) {
      var found = search.look();
      boolean forgotten = found.source().code() < last.evidence().source().code();
      last = new Seen(forgotten ? last.evidence().later(nanos - last.nanos()) : found, nanos);
      seen = last;
    }
    return last.evidence();
  }

  private record Seen(Evidence evidence, long nanos) {}

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
    return new VirtualThreadLine(name, task);
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
