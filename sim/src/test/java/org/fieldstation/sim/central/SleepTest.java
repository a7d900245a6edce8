package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fieldstation.station.deliver.Pull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queue mode: between parcels the socket is closed, and the radio behind it may sleep. */
class SleepTest {
  @TempDir Path dir;

  @Test
  void aStationThatSleepsWakesForAParcelAndForItsReceipt() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var settings = field.settings(Field.KEY).sleeping(true);
      var central = field.startStation(settings, field.songs, Pull.NOTHING);
      assertThat(field.deliver(central, Songs.parcel(1, 3)).upTo()).isEqualTo(3);
      field.until("asleep", central::asleep);
      long before = field.relay.up().bytes();

      assertThat(field.deliver(central, Songs.parcel(4, 6)).upTo()).isEqualTo(6);

      System.out.printf(
          "up: %d bytes to register and deliver, %d to wake and deliver%n",
          before, field.relay.up().bytes() - before);
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(6, 0, 0));
    }
  }
}
