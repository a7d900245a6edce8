package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.leshan.core.request.ObserveRequest;
import org.eclipse.leshan.server.LeshanServer;
import org.fieldstation.sim.central.fleet.Filer;
import org.fieldstation.sim.central.fleet.Fleet;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A central server of several machines, with a real Kafka and a real Redis between them. */
@Tag("slow")
class FleetTest {
  @TempDir Path dir;

  @Test
  void aReceiptComesFromTheMachineThatStoresAndOnlyWhenItRuns() throws Exception {
    var store = dir.resolve("central.db");
    try (var kafka = new Broker(dir);
        var field = new Field(store);
        var _ = front(field, kafka, Optional.empty())) {
      var station = field.startStation(Field.KEY);
      field.until("registered", station::registered);
      field.fail(station, Songs.parcel(1, 20), CentralException.Code.NO_RECEIPT);

      try (var _ = Fleet.filer(kafka.address(), store)) {
        var receipt = field.deliver(station, Songs.parcel(1, 20));
        assertThat(receipt).isEqualTo(new Receipt(Songs.EPOCH, Lane.DATA, 20));
      }
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(20);
    }
  }

  @Test
  void everyMachineMayDieAndEveryRecordIsThereOnce() throws Exception {
    var store = dir.resolve("central.db");
    try (var kafka = new Broker(dir);
        var field = new Field(store)) {
      Filer filer = Fleet.filer(kafka.address(), store);
      Front front = front(field, kafka, Optional.empty());
      try {
        var station = field.startStation(Field.KEY);
        field.deliver(station, Songs.parcel(1, 10));

        filer.close();
        filer = Fleet.filer(kafka.address(), store);
        field.deliver(station, Songs.parcel(11, 20));

        front.close();
        front = front(field, kafka, Optional.empty());
        field.deliver(station, Songs.parcel(21, 30));

        kafka.stop();
        kafka.start();
        assertThat(field.deliver(station, Songs.parcel(31, 40)).upTo()).isEqualTo(40);
      } finally {
        front.close();
        filer.close();
      }
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(40);
      assertThat(field.report().gaps(Songs.STATION)).isEmpty();
    }
  }

  @Test
  void aFrontThatComesAfterAnotherKnowsWhoIsRegistered() throws Exception {
    assumeTrue(Redis.isHere(), "no redis-server on this machine");
    var store = dir.resolve("central.db");
    try (var redis = new Redis(dir);
        var kafka = new Broker(dir);
        var field = new Field(store);
        var _ = Fleet.filer(kafka.address(), store)) {
      try (var _ = front(field, kafka, Optional.of(redis.uri()))) {
        field.deliver(field.startStation(Field.KEY), Songs.parcel(1, 10));
      }
      field.stopStation();
      try (var next = front(field, kafka, Optional.of(redis.uri()))) {
        assertThat(next.registered()).containsExactly(Songs.STATION);

        field.deliver(field.startStation(Field.KEY), Songs.parcel(11, 20));
        assertThat(observesTheMakerOf(next.leshan())).isTrue();
      }
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(20);
    }
  }

  private static boolean observesTheMakerOf(LeshanServer server) throws InterruptedException {
    var registration = server.getRegistrationService().getByEndpoint(Songs.STATION);
    var answer = server.send(registration, new ObserveRequest(3, 0, 0), 10_000);
    return answer.isSuccess()
        && !server.getObservationService().getObservations(registration).isEmpty();
  }

  private static Front front(Field field, Broker kafka, Optional<URI> redis)
      throws InterruptedException {
    var loopback = InetAddress.getLoopbackAddress();
    var accounts = List.of(new Account(Songs.STATION, "identity-1", Field.KEY));
    var front = Fleet.front(kafka.address(), redis, new InetSocketAddress(loopback, 0), accounts);
    field.relay.retarget(new InetSocketAddress(loopback, front.port()));
    return front;
  }
}
