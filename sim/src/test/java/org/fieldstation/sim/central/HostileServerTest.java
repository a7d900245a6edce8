package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that has the key and means ill, or is broken. That it confirms what it was not sent is
 * in {@code LostReceiptTest}, a wrong key in {@code TrustTest}, replays in {@code
 * MutatedPacketsTest}.
 */
class HostileServerTest {
  private static final int DATA = Lane.DATA.code();
  private static final int TEN_MEGABYTES = 10 << 20;

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
  void aWriteOfTenMegabytesIsRefusedAtItsFirstBlocksAndTheStationGoesOn() throws Exception {
    backlog.detections(Lane.DATA, 10);
    var central = station();
    long before = field.relay.up().packets() + field.relay.down().packets();

    var text = "x".repeat(TEN_MEGABYTES);
    var answer = server.ask(registration(), new WriteRequest(26250, DATA, 2, text));

    assertThat(answer.getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
    long packets = field.relay.up().packets() + field.relay.down().packets() - before;
    assertThat(packets).as("of more than 10 000 blocks").isLessThan(400);
    assertThat(central.registered()).isTrue();
    assertThat(server.read(registration(), DATA)).isPresent();
  }

  @Test
  void aServerThatDiesInTheMiddleOfAReadFindsTheSameParcelWhenItIsBack() throws Exception {
    backlog.noise(Lane.DATA, 1, 7_000); // seven blocks
    var central = station();
    var parcel = server.read(registration(), DATA).orElseThrow();
    var station = registration();
    field.relay.set(new Impairment(0, Duration.ofMillis(40), 0, 0));
    long before = field.relay.up().packets();
    var reading =
        Thread.ofVirtual()
            .start(() -> {
              try {
                server.read(station, DATA);
              } catch (InterruptedException | RuntimeException e) {
                // It dies.
              }
            });
    field.until("in the middle of it", () -> field.relay.up().packets() >= before + 3);
    server.close();
    reading.join();
    field.relay.set(Impairment.NONE);
    server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes());
    field.relay.retarget(server.address());
    backlog.noise(Lane.URGENT, 1, 10);
    field.until(
        "registered again",
        () -> {
          backlog.offer(central); // the station finds out when it has something to say
          return server.registration(Songs.STATION) != null;
        });

    assertThat(server.read(registration(), DATA))
        .hasValueSatisfying(again -> assertThat(again).isEqualTo(parcel));
    assertThat(Wire.decode(parcel).first()).isEqualTo(1);
  }

  @Test
  void aServerThatLiesAboutTheTimeIsNotBelieved() throws Exception {
    station();
    var before = field.time.now();

    var lie = new WriteRequest(3, 0, 13, Date.from(Instant.EPOCH));
    var answer = server.ask(registration(), lie);

    assertThat(answer.getCode()).isIn(ResponseCode.METHOD_NOT_ALLOWED, ResponseCode.NOT_FOUND);
    var now = field.time.now();
    assertThat(now.source()).isEqualTo(before.source());
    assertThat(now.utc()).isAfterOrEqualTo(before.utc());
  }

  private Lwm2mCentral station() throws InterruptedException {
    var central = field.startStation(field.settings(Field.KEY), backlog, backlog.outbox);
    field.until("registered", () -> server.registration(Songs.STATION) != null);
    return central;
  }

  private Registration registration() {
    return Objects.requireNonNull(server.registration(Songs.STATION));
  }
}
