package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.journal.Lane;

/** One kind of link, on which a backlog is delivered while everything else happens too. */
record Cell(double loss, long rttMillis) {
  static final int RECORDS = 120;

  /** Noise: some twenty of them fill a datagram. */
  private static final int RECORD = 46;

  private static final int REBIND_AT = 40;
  private static final int RESTART_AT = 80;
  private static final Duration SHORTEST = Duration.ofMillis(150);

  /** What came of it. */
  record Outcome(Cell cell, Counts counts, long gaps, double seconds, long bytes) {
    boolean exactlyOnce() {
      return counts.records() == RECORDS && counts.conflicts() == 0 && gaps == 0;
    }

    @Override
    public String toString() {
      return "%3.0f %% | %4d ms | %3d of %d | %3d again | %d gaps | %6.1f s | %7d B"
          .formatted(
              cell.loss * 100,
              cell.rttMillis,
              counts.records(),
              RECORDS,
              counts.duplicates(),
              gaps,
              seconds,
              bytes);
    }
  }

  private Patience patience() {
    var rtt = Duration.ofMillis(rttMillis * 3 / 2);
    var retransmission = rtt.compareTo(SHORTEST) > 0 ? rtt : SHORTEST;
    return new Patience(
        Duration.ofHours(1),
        retransmission,
        retransmission.multipliedBy(20),
        retransmission.multipliedBy(12),
        Duration.ofMillis(100),
        Duration.ofMillis(400));
  }

  /** Delivers the backlog. The NAT forgets its bindings on the way, and the server is killed. */
  Outcome run(Path file, Duration atMost) throws Exception {
    try (var field = new Field(file);
        var backlog =
            new Backlog(file.resolveSibling(file.getFileName() + ".journal"), field.time)) {
      backlog.noise(Lane.DATA, RECORDS, RECORD);
      field.startServer();
      field.relay.set(new Impairment(loss, Duration.ofMillis(rttMillis / 2), 0.1, 0.2));
      var settings = field.settings(Field.KEY, patience());
      var central = field.startStation(settings, backlog, Pull.NOTHING);
      long start = field.time.nanos();
      deliver(field, backlog, central, start + atMost.toNanos());
      double seconds = (field.time.nanos() - start) / 1e9;
      var report = field.report();
      return new Outcome(
          this,
          report.counts(Songs.STATION),
          report.gaps(Songs.STATION).size(),
          seconds,
          field.relay.up().bytes() + field.relay.down().bytes());
    }
  }

  private static void deliver(Field field, Backlog backlog, Lwm2mCentral central, long deadline)
      throws Exception {
    long upTo = 0;
    boolean rebound = false;
    boolean restarted = false;
    while (upTo < RECORDS && field.time.nanos() < deadline) {
      var window = backlog.outbox.window(central);
      try {
        for (var word = window.next(); word.isPresent(); word = window.next()) {
          backlog.outbox.receive(word.get());
          upTo = word.get().upTo();
          if (upTo >= REBIND_AT && !rebound) {
            field.relay.rebind();
            rebound = true;
          }
          if (upTo >= RESTART_AT && !restarted) {
            field.killServer();
            field.startServer();
            restarted = true;
          }
        }
      } catch (CentralException e) { // as in the field: the same again
        field.time.sleep(Duration.ofMillis(20));
      }
    }
  }
}
