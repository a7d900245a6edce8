package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.journal.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostReceiptTest {
  @TempDir Path dir;

  @Test
  void aParcelWhoseReceiptWasLostIsSentAgainAndStoredOnce() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);
      field.deliver(central, Songs.parcel(1, 10));

      field.relay.down().set(Impairment.BLACKOUT);
      field.fail(central, Songs.parcel(11, 20), Code.UNREACHABLE);
      assertThat(field.report().counts(Songs.STATION).records()).as("stored").isEqualTo(20);
      field.relay.down().set(Impairment.NONE);

      assertThat(field.deliver(central, Songs.parcel(11, 20)).upTo()).isEqualTo(20);
      assertThat(field.deliver(central, Songs.parcel(21, 30)).upTo()).isEqualTo(30);
      var counts = field.report().counts(Songs.STATION);
      assertThat(counts.records()).isEqualTo(30);
      assertThat(counts.duplicates()).isGreaterThanOrEqualTo(10);
      assertThat(counts.conflicts()).isZero();
    }
  }

  @Test
  void anAnswerWithoutAReceiptIsNoDelivery() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer(receipts -> (station, receipt) -> {});
      var central = field.startStation(Field.KEY);

      field.fail(central, Songs.parcel(1, 3), Code.NO_RECEIPT);

      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(3);
    }
  }

  @Test
  void aReceiptForAnotherEpochIsRefused() throws Exception {
    lie(receipt -> new Receipt("0badf00d", receipt.lane(), receipt.upTo()), "another epoch");
  }

  @Test
  void aReceiptForWhatWasNeverWrittenIsRefused() throws Exception {
    lie(receipt -> new Receipt(receipt.epoch(), receipt.lane(), 4), "never written");
  }

  private void lie(Lie lie, String objection) throws Exception {
    var told = new AtomicInteger();
    try (var field = new Field(dir.resolve("central.db"))) {
      field.songs.last(3);
      field.startServer(receipts ->
          (station, receipt) -> {
            told.incrementAndGet();
            receipts.send(station, lie.instead(receipt));
          });
      var central = field.startStation(Field.KEY);

      var failure = field.fail(central, Songs.parcel(1, 3), Code.NO_RECEIPT);

      assertThat(failure).hasMessageContaining(objection);
      assertThat(told).hasPositiveValue();
    }
  }

  @FunctionalInterface
  private interface Lie {
    Receipt instead(Receipt truth);
  }

  @Test
  void onABadLinkEverythingArrivesAndNothingTwice() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);
      field.relay.set(new Impairment(0.1, Duration.ofMillis(5), 0.1, 0.1));

      for (long first = 1; first <= 100; first += 10) {
        var receipt = field.deliver(central, Songs.parcel(first, first + 9));
        assertThat(receipt.upTo()).isEqualTo(first + 9);
      }

      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(100);
      assertThat(field.report().counts(Songs.STATION).conflicts()).isZero();
      assertThat(field.report().gaps(Songs.STATION)).isEmpty();
    }
  }
}
