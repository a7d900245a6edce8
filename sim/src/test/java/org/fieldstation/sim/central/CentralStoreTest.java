package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralStoreTest {
  @TempDir Path dir;

  @Test
  void whatComesAgainChangesNothing() {
    try (var store = open()) {
      store.add(Songs.parcel(1, 10));
      store.add(Songs.parcel(6, 15));

      assertThat(report().counts(Songs.STATION)).isEqualTo(new Counts(15, 5, 0));
    }
  }

  @Test
  void anotherBodyUnderTheSameNumberIsNotedAndTheFirstStays() {
    try (var store = open()) {
      store.add(Songs.parcel(1, 2));
      var first = Songs.entry(2);
      var other =
          new Entry(2, first.kind(), first.stamp(), "a lie".getBytes(StandardCharsets.UTF_8));

      store.add(Songs.parcel(Songs.STATION, Lane.DATA, List.of(other)));
      store.add(Songs.parcel(Songs.STATION, Lane.DATA, List.of(other)));

      assertThat(report().counts(Songs.STATION)).isEqualTo(new Counts(2, 2, 1));
      report()
          .records(
              Songs.STATION,
              record -> assertThat(record.entry().body()).asString().startsWith("detection"));
    }
  }

  @Test
  void aTombstoneFillsAHoleAndSaysWhy() {
    try (var store = open()) {
      store.add(Songs.parcel(1, 5));
      store.add(Songs.parcel(9, 10));
      var receipt =
          store.add(
              Songs.parcel(Songs.STATION, Lane.DATA, List.of(new Tombstone(5, 8, "disk full"))));

      assertThat(receipt.upTo()).isEqualTo(10);
      assertThat(report().gaps(Songs.STATION))
          .containsExactly(new Gap.GivenUp(Songs.EPOCH, Lane.DATA, new Range(6, 8), "disk full"));
    }
  }

  @Test
  void missingRangesAreNamedBelowTheHighestKnownNumberOnly() {
    try (var store = open()) {
      store.add(Songs.parcel(3, 4));
      store.add(Songs.parcel(8, 8));

      assertThat(report().gaps(Songs.STATION))
          .containsExactly(
              new Gap.Missing(Songs.EPOCH, Lane.DATA, new Range(1, 2)),
              new Gap.Missing(Songs.EPOCH, Lane.DATA, new Range(5, 7)));
    }
  }

  @Test
  void aReopenedStoreKnowsEverything() {
    try (var store = open()) {
      store.add(Songs.parcel(1, 10));
    }
    try (var store = open()) {
      assertThat(store.add(Songs.parcel(11, 12)).upTo()).isEqualTo(12);
      assertThat(report().counts(Songs.STATION)).isEqualTo(new Counts(12, 0, 0));
    }
  }

  @Test
  void numbersNoStationCountsToAreRefused() {
    try (var store = open()) {
      List<Item> items = List.of(new Tombstone(1, Long.MAX_VALUE - 1, "all"));
      assertThatThrownBy(() -> store.add(Songs.parcel(Songs.STATION, Lane.DATA, items)))
          .isInstanceOf(WireException.class);
      assertThat(report().stations()).isEmpty();
    }
  }

  @Test
  void inWhateverOrderThingsComeTheReceiptIsTheFirstHole() {
    var random = new SplittableRandom(11);
    var here = new TreeSet<Long>();
    try (var store = open()) {
      for (int i = 0; i < 150; i++) {
        long first = random.nextLong(1, 120);
        long last = first + random.nextLong(6);
        List<Item> items =
            random.nextInt(4) == 0
                ? List.of(new Tombstone(first, last, "gone"))
                : Songs.entries(first, last);

        var receipt = store.add(Songs.parcel(Songs.STATION, Lane.DATA, items));

        for (long seq = first; seq <= last; seq++) {
          here.add(seq);
        }
        long hole = 1;
        while (here.contains(hole)) {
          hole++;
        }
        assertThat(receipt.upTo()).isEqualTo(hole - 1);
      }
    }
  }

  private CentralStore open() {
    return CentralStore.open(dir.resolve("central.db"));
  }

  private CentralReport report() {
    return new CentralReport(dir.resolve("central.db"));
  }
}
