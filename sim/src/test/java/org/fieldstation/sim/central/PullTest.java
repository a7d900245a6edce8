package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.LongStream;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that was not written for this station, and helps itself. */
class PullTest {
  private static final int DATA = Lane.DATA.code();

  @TempDir Path dir;
  private Field field;
  private Backlog backlog;
  private StockServer server;

  @BeforeEach
  void start() throws Exception {
    field = new Field(dir.resolve("unused.db"));
    backlog = new Backlog(dir.resolve("journal.db"), field.time);
    server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes());
    field.relay.retarget(server.address());
  }

  @AfterEach
  void close() {
    field.close();
    server.close();
    backlog.close();
  }

  @Test
  void pullsEveryRecordOnceAndItsReceiptsReachTheJournal() throws Exception {
    backlog.noise(Lane.DATA, 500, 40);
    field.startStation(field.settings(Field.KEY), backlog, backlog.outbox);
    var station = registration();

    var pulled = new ArrayList<Long>();
    int parcels = 0;
    for (var next = server.read(station, DATA); next.isPresent(); parcels++) {
      var parcel = Wire.decode(next.get());
      parcel.items().forEach(item -> pulled.add(item.first()));
      var receipt = parcel.epoch() + ":" + parcel.last();
      assertThat(server.acknowledge(station, DATA, receipt)).isEqualTo(ResponseCode.CHANGED);
      assertThat(backlog.journal.receipt("reserve", Lane.DATA)).isEqualTo(parcel.last());
      next = server.read(station, DATA);
    }

    assertThat(pulled).containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
    assertThat(parcels).isGreaterThan(3);
  }

  @Test
  void whatIsNotAcknowledgedIsReadAgainAndAFalseReceiptMovesNothing() throws Exception {
    backlog.detections(Lane.DATA, 10);
    field.startStation(field.settings(Field.KEY), backlog, backlog.outbox);
    var station = registration();
    var first = server.read(station, DATA).orElseThrow();

    assertThat(server.acknowledge(station, DATA, backlog.epoch() + ":11"))
        .isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(server.acknowledge(station, DATA, "another:5")).isEqualTo(ResponseCode.BAD_REQUEST);

    assertThat(server.read(station, DATA))
        .hasValueSatisfying(again -> assertThat(again).isEqualTo(first));
    server.acknowledge(station, DATA, backlog.epoch() + ":4");
    assertThat(Wire.decode(server.read(station, DATA).orElseThrow()).first()).isEqualTo(5);
    assertThat(server.read(station, Lane.URGENT.code())).isEmpty();
  }

  @Test
  void aServerThatWritesNoReceiptsIsBelievedOnArrivalWhenItIsSoConfigured() throws Exception {
    backlog.detections(Lane.DATA, 10);
    var settings = field.settings(Field.KEY).counting(Counts.ARRIVAL);
    var central = field.startStation(settings, backlog, Pull.NOTHING);
    registration();

    var receipt = field.deliver(central, backlog.outbox.next().orElseThrow());

    assertThat(receipt.upTo()).isEqualTo(10);
  }

  private Registration registration() throws InterruptedException {
    field.until("registered", () -> server.registration(Songs.STATION) != null);
    return Objects.requireNonNull(server.registration(Songs.STATION));
  }
}
