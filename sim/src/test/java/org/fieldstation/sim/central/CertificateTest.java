package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.journal.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leshan's server as it comes, and a station, which know each other by certificates. */
class CertificateTest {
  @TempDir Path dir;
  private Field field;
  private Backlog backlog;
  private Papers stations;
  private Papers servers;
  private StockServer server;

  @BeforeEach
  void start() throws Exception {
    field = new Field(dir.resolve("unused.db"));
    backlog = new Backlog(dir.resolve("journal.db"), field.time);
    backlog.detections(Lane.DATA, 10);
    stations = Papers.of(Songs.STATION, dir);
    servers = Papers.of("central.example", dir);
    server = StockServer.certified(Songs.STATION, servers, stations.certificate());
    field.relay.retarget(server.address());
  }

  @AfterEach
  void close() {
    field.close();
    server.close();
    backlog.close();
  }

  @Test
  void aStationWithACertificateDelivers() throws Exception {
    var central = station(stations, servers);
    field.until("registered", central::registered);

    backlog.emptyTo(central);

    assertThat(backlog.journal.receipt("reserve", Lane.DATA)).isEqualTo(10);
  }

  @Test
  void aServerWithAnotherCertificateIsNotBelieved() throws Exception {
    var central = station(stations, Papers.of("another.example", dir));

    field.fail(central, backlog.outbox.next().orElseThrow(), Code.UNTRUSTED);

    assertThat(server.registration(Songs.STATION)).isNull();
  }

  @Test
  void aStationWithACertificateThatTheServerDoesNotTrustIsNotLetIn() throws Exception {
    var folder = dir.resolve("false");
    Files.createDirectory(folder);
    var central = station(Papers.of(Songs.STATION, folder), servers);

    field.fail(central, backlog.outbox.next().orElseThrow(), Code.UNTRUSTED);

    assertThat(server.registration(Songs.STATION)).isNull();
  }

  private Lwm2mCentral station(Papers own, Papers expected) {
    var credentials =
        new Credentials.Certificates(own.certificate(), own.key(), expected.certificate());
    var settings =
        field
            .settings(Field.KEY)
            .at(URI.create("coaps://127.0.0.1:" + field.relay.port()), credentials)
            .counting(Counts.ARRIVAL);
    return field.startStation(settings, backlog, Pull.NOTHING);
  }
}
