package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.journal.Stamp;
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
      assertThat(central.registered()).isTrue();
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(50, 0, 0));
      assertThat(stored(field)).usingRecursiveComparison().isEqualTo(Songs.entries(1, 50));
    }
  }

  @Test
  void eachLaneHasItsOwnNumbersAndItsOwnReceipts() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);

      for (var lane : Lane.values()) {
        var parcel = Songs.parcel(Songs.STATION, lane, Songs.entries(1, 2 + lane.code()));
        assertThat(field.deliver(central, parcel))
            .isEqualTo(new Receipt(Songs.EPOCH, lane, 2 + lane.code()));
      }
    }
  }

  @Test
  void aParcelOfManyBlocksArrivesWholeAndOneTooLargeIsRefusedAsSuch() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);
      field.until("registered", central::registered);

      var receipt = field.deliver(central, of(1, 60_000));
      field.fail(central, of(2, 300_000), Code.TOO_LARGE);

      assertThat(receipt.upTo()).isEqualTo(1);
      assertThat(central.registered()).as("still").isTrue();
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(1);
    }
  }

  @Test
  void aReceiptNeverCoversAHole() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);

      field.deliver(central, Songs.parcel(1, 5));
      var receipt = field.deliver(central, Songs.parcel(8, 9));

      assertThat(receipt.upTo()).isEqualTo(5);
      assertThat(field.report().gaps(Songs.STATION))
          .containsExactly(new Gap.Missing(Songs.EPOCH, Lane.DATA, new Range(6, 7)));
    }
  }

  private static Parcel of(long seq, int size) {
    var stamp = new Stamp(1, 0, 0, TimeSource.NONE, 0);
    var noise = new byte[size];
    new SplittableRandom(seq).nextBytes(noise);
    return Songs.parcel(
        Songs.STATION, Lane.MEDIA, List.of(new Entry(seq, Kind.DETECTION, stamp, noise)));
  }

  private static List<Item> stored(Field field) {
    var stored = new ArrayList<Item>();
    field.report().records(Songs.STATION, one -> stored.add(one.entry()));
    return stored;
  }
}
