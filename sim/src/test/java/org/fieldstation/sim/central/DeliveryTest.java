package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  @TempDir Path dir;

  @Test
  void aParcelIsStoredOnceAndAnsweredByAReceipt() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);

      var receipt = field.deliver(central, Songs.parcel(1, 50));

      assertThat(receipt).isEqualTo(new Receipt(Songs.EPOCH, Lane.DATA, 50));
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(50, 0, 0));
    }
  }
}
