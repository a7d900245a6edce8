package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.collect.Letterbox;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.settings.JournalSettings;
import org.fieldstation.station.wire.Bodies;

/**
 * Keeps the journal true and small: follows the clock when it is set, forgets what is old and what
 * there is no room for.
 */
final class Upkeep {
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final int ROUNDS_BETWEEN_CLEANING = 360;

  /** A step that matters; less is a clock being steered. */
  private static final Duration STEP = Duration.ofMillis(500);

  private static final int KEEP_DAYS = 7;
  private static final long MOST_RECORDS = 2_000_000;

  private final Journal journal;
  private final JournalSettings settings;
  private final Takers takers;
  private final TimeKeeper time;
  private final Letterbox letterbox;
  private Moment known;

  Upkeep(
      Journal journal,
      JournalSettings settings,
      Takers takers,
      Letterbox letterbox,
      TimeKeeper time) {
    this.journal = journal;
    this.settings = settings;
    this.takers = takers;
    this.letterbox = letterbox;
    this.time = time;
    this.known = time.now();
  }

  void run() throws InterruptedException {
    for (long round = 0; ; round++) {
      followClock();
      letterbox.empty(journal::receive);
      if (round % ROUNDS_BETWEEN_CLEANING == 0) {
        clean();
      }
      time.sleep(PERIOD);
    }
  }

  private void followClock() {
    var now = time.now();
    var step = started(now) - started(known);
    boolean better = now.source().code() > known.source().code();
    if (Math.abs(step) > STEP.toMillis() || better) {
      var stamp = Stamp.of(journal.boot(), now);
      var body = Bodies.clock(started(known), now);
      journal.repairClock(now, new Note.Fact(Lane.URGENT, Kind.CLOCK, stamp, body));
      known = now;
    }
  }

  private void clean() {
    journal.forget(takers::of, time.now(), Duration.ofDays(settings.keepDays().orElse(KEEP_DAYS)));
    for (var lane : Lane.values()) {
      journal.retain(lane, settings.mostRecords().orElse(MOST_RECORDS), takers.of(lane));
    }
  }

  private static long started(Moment moment) {
    return moment.utc().minus(moment.uptime()).toEpochMilli();
  }
}
