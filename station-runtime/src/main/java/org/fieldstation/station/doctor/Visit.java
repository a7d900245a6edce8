package org.fieldstation.station.doctor;

import java.time.Duration;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.jspecify.annotations.Nullable;

/** One part being looked at, on a line of its own. */
final class Visit {
  private final Examination examination;
  private final TimeKeeper time;
  private final long until;
  private final Signal done;
  private final Line line;
  private volatile @Nullable Finding found;

  private Visit(Examination examination, TimeKeeper time) {
    this.examination = examination;
    this.time = time;
    this.until = time.nanos() + examination.patience().toNanos();
    this.done = time.signal();
    this.line = time.start("doctor-" + examination.part(), this::look);
  }

  static Visit begin(Examination examination, TimeKeeper time) {
    return new Visit(examination, time);
  }

  private void look() throws InterruptedException {
    try {
      found = examination.look();
    } catch (RuntimeException | LinkageError fault) {
      found = Broken.part(examination.part(), fault);
    } finally {
      done.ring();
    }
  }

  /** What was found, or that nothing came back in time; the line is then left to itself. */
  Finding result() throws InterruptedException {
    done.await(Duration.ofNanos(Math.max(0, until - time.nanos())));
    var finding = found;
    if (finding != null) {
      return finding;
    }
    line.stop();
    return Finding.failed(
        examination.part(),
        Words.of("hangs", examination.patience().toSeconds()),
        Words.of("hangs.do"),
        "");
  }
}
