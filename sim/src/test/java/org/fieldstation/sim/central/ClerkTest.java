package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkTest {
  @TempDir Path dir;

  @Test
  void theReceiptIsSentWhenTheRecordsAreInTheStoreAndNotBefore() {
    var file = dir.resolve("central.db");
    var storedAtReceipt = Collections.synchronizedList(new ArrayList<Long>());
    Receipts receipts =
        (station, receipt) ->
            storedAtReceipt.add(new CentralReport(file).counts(station).records());
    try (var store = CentralStore.open(file);
        var clerk = new Clerk(store, receipts)) {
      clerk.take(Songs.STATION, Wire.encode(Songs.parcel(1, 5)));
    }
    assertThat(storedAtReceipt).containsExactly(5L);
  }

  @Test
  void aParcelThatCouldNotBeStoredGetsNoReceipt() {
    List<Receipt> sent = Collections.synchronizedList(new ArrayList<>());
    var store = CentralStore.open(dir.resolve("central.db"));
    try (var clerk = new Clerk(store, (station, receipt) -> sent.add(receipt))) {
      store.close();
      clerk.take(Songs.STATION, Wire.encode(Songs.parcel(1, 5)));
    }
    assertThat(sent).isEmpty();
  }
}
