package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;

/**
 * How long an alert takes from its commit to the server's store while a backlog of 100 000 records
 * drains over a slow link. Arguments: an empty folder, how many alerts. Prints one line of JSON.
 */
final class AlertBench {
  private static final int BACKLOG = 100_000;
  private static final Duration BETWEEN = Duration.ofMillis(3_700);

  private AlertBench() {}

  static void main(String[] args) throws Exception {
    int alerts = Integer.parseInt(args[1]);
    try (var link = new SlowLink(Path.of(args[0]), 0)) {
      link.backlog.detections(Lane.DATA, BACKLOG);
      var time = link.field.time;
      var delivering = time.start("delivery", link::deliver);
      time.sleep(Duration.ofSeconds(10));
      var took = new ArrayList<Long>();
      for (int i = 1; i <= alerts; i++) {
        link.backlog.noise(Lane.URGENT, 1, 60);
        long committed = time.nanos();
        while (link.field.report().latest(Songs.STATION, Kind.FAULT, i).size() < i) {
          time.sleep(Duration.ofMillis(5));
        }
        took.add((time.nanos() - committed) / 1_000_000);
        time.sleep(BETWEEN);
      }
      delivering.stop();
      delivering.join();
      Collections.sort(took);
      System.out.printf(
          "{\"median_ms\": %d, \"most_ms\": %d, \"alerts\": %d, \"stored_meanwhile\": %d}%n",
          took.get(took.size() / 2),
          took.getLast(),
          alerts,
          link.field.report().counts(Songs.STATION).records());
    }
  }
}
