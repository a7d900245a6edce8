package org.fieldstation.station.supervise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes faults into records. A fault that repeats is told once an hour with its count: a broken
 * cable in a night of wind must not fill the disk or the link.
 */
public final class FaultBook {
  private static final Logger LOG = LoggerFactory.getLogger(FaultBook.class);
  private static final Duration SILENCE = Duration.ofHours(1);

  private final Scribe scribe;
  private final StationClock clock;
  private final long boot;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Repeated> known = new HashMap<>();

  public FaultBook(Scribe scribe, StationClock clock, long boot) {
    this.scribe = scribe;
    this.clock = clock;
    this.boot = boot;
  }

  /** Notes that a path broke. */
  public void note(String path, Throwable fault) {
    LOG.debug("{}", path, fault);
    note(path, Faults.code(fault), Faults.message(fault));
  }

  /**
   * Notes a fault.
   *
   * @param code a stable word, for instance {@code sensor-bad-checksum}
   * @param message one line for a person
   */
  public void note(String path, String code, String message) {
    lock.lock();
    try {
      var now = clock.now();
      var before = known.get(path + " " + code);
      if (before != null && now.uptime().minus(before.told()).compareTo(SILENCE) < 0) {
        known.put(path + " " + code, new Repeated(before.told(), before.untold() + 1));
        return;
      }
      long untold = before == null ? 0 : before.untold();
      known.put(path + " " + code, new Repeated(now.uptime(), 0));
      var said = untold == 0 ? message : message + " (and " + untold + " times before)";
      LOG.warn("{}: {}: {}", path, code, said);
      scribe.put(
          new Note.Fact(
              Lane.URGENT, Kind.FAULT, Stamp.of(boot, now), Bodies.fault(path, code, said)));
    } finally {
      lock.unlock();
    }
  }

  private record Repeated(Duration told, long untold) {}
}
