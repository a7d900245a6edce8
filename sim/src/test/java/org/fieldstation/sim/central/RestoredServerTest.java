package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.journal.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A central server whose disk died, and which goes on from last week's copy. */
class RestoredServerTest {
  @TempDir Path dir;

  @Test
  void aServerRestoredFromAnOldBackupHasEverythingAgain() throws Exception {
    var store = dir.resolve("central.db");
    var backup = dir.resolve("backup.db");
    try (var field = new Field(store);
        var backlog = new Backlog(dir.resolve("journal.db"), field.time)) {
      field.startServer();
      var central = field.startStation(field.settings(Field.KEY), backlog, backlog.outbox);
      backlog.detections(Lane.DATA, 100);
      deliver(field, backlog, central);
      field.killServer();
      Files.copy(store, backup);
      field.startServer();
      backlog.detections(Lane.DATA, 400);
      deliver(field, backlog, central);
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(500);

      field.killServer();
      Files.move(backup, store, StandardCopyOption.REPLACE_EXISTING);
      field.startServer();
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(100);
      backlog.detections(Lane.DATA, 1); // by which the station finds out
      deliver(field, backlog, central);

      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(501);
      assertThat(field.report().counts(Songs.STATION).conflicts()).isZero();
      assertThat(field.report().gaps(Songs.STATION)).isEmpty();
    }
  }

  private static void deliver(Field field, Backlog backlog, Lwm2mCentral central)
      throws InterruptedException {
    long last = backlog.last(Lane.DATA);
    long deadline = field.time.nanos() + 30_000_000_000L;
    while (backlog.journal.receipt("reserve", Lane.DATA) < last
        || field.report().counts(Songs.STATION).records() < last) {
      assertThat(field.time.nanos()).isLessThan(deadline);
      try {
        backlog.emptyTo(central);
      } catch (CentralException e) { // the server was away
        field.time.sleep(Duration.ofMillis(50));
      }
    }
  }
}
