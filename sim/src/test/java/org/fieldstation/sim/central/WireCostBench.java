package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.Gate;

/**
 * UDP payload of both directions for one alert, and for each of a day's 2 000 detections in
 * datagrams and in long parcels. Argument: an empty folder. Prints one line of JSON.
 */
final class WireCostBench {
  private static final int DAY = 2_000;

  private WireCostBench() {}

  static void main(String[] args) throws Exception {
    var dir = Path.of(args[0]);
    long alert = cost(dir, "alert", Lane.URGENT, 1, Gate.OPEN);
    long day = cost(dir, "day", Lane.DATA, DAY, Gate.OPEN);
    long thrifty = cost(dir, "thrifty", Lane.DATA, DAY, new Gate.Unlimited(true));
    System.out.printf(
        "{\"alert\": %d, \"detection\": %.2f, \"detection_thrifty\": %.2f}%n",
        alert, (double) day / DAY, (double) thrifty / DAY);
  }

  private static long cost(Path dir, String what, Lane lane, int count, Gate gate)
      throws Exception {
    try (var field = new Field(dir.resolve(what + "-central.db"));
        var backlog = new Backlog(dir.resolve(what + "-journal.db"), field.time)) {
      backlog.detections(lane, count);
      backlog.gate = gate;
      field.startServer();
      var settings = field.settings(Field.KEY, Patience.field());
      var central = field.startStation(settings, backlog, Pull.NOTHING);
      field.until("registered", central::registered);
      long before = field.relay.up().bytes() + field.relay.down().bytes();
      backlog.emptyTo(central);
      field.time.sleep(Duration.ofSeconds(1));
      return field.relay.up().bytes() + field.relay.down().bytes() - before;
    }
  }
}
