package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.sim.link.UdpRelay;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.GivenAccount;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A station that gets its account from a bootstrap server, and keeps the one it has in any mishap.
 */
@Tag("slow")
class BootstrapTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Account FACTORY =
      new Account(Songs.STATION, "factory-1", Secret.ofHex("0f0e0d0c0b0a09080706050403020100"));
  private static final Account GIVEN = new Account(Songs.STATION, "identity-1", Field.KEY);
  private static final Account USELESS =
      new Account(Songs.STATION, "identity-1", Secret.ofHex("ffffffffffffffffffffffffffffffff"));
  private static final Patience SHORT =
      new Patience(
          Duration.ofHours(1),
          Duration.ofMillis(100),
          Duration.ofMillis(600),
          Duration.ofMillis(500),
          Duration.ofMillis(50),
          Duration.ofMillis(200));

  @TempDir Path dir;
  private Field field;
  private UdpRelay way;
  private BootstrapServer server;

  @BeforeEach
  void start() throws Exception {
    field = new Field(dir.resolve("central.db"));
    field.startServer();
    way = new UdpRelay(ANY, 1);
    server = offering(GIVEN, UnaryOperator.identity(), Map.of());
  }

  @AfterEach
  void stop() {
    field.close();
    server.close();
    way.close();
  }

  @Test
  void aStationWithAFactoryAccountGetsTheRealOneAndKeepsItOverARestart() throws Exception {
    serve(GIVEN, UnaryOperator.identity(), Map.of(17, 3L, 18, 7L, 23, false));
    try (var central = station()) {
      field.until("registered", central::registered);
      assertThat(field.deliver(central, Songs.parcel(1, 3)).upTo()).isEqualTo(3);
    }
    assertThat(notebook().get("/1/0/17")).contains("3");
    assertThat(notebook().get("trial")).isEmpty();
    server.close();
    try (var again = station()) {
      field.until("registered without the bootstrap server", again::registered);
    }
  }

  @Test
  void aServerMaySendTheStationToTheBootstrapServer() throws Exception {
    try (var central = station()) {
      field.until("registered", central::registered);
      serve(GIVEN, UnaryOperator.identity(), Map.of(17, 4L));
      trigger();
      field.until("another account", () -> notebook().get("/1/0/17").equals(Optional.of("4")));
      field.until("registered with it", () -> central.registered() && settled());
    }
  }

  @Test
  void anAccountThatDoesNotWorkGivesWayToTheOneBefore() throws Exception {
    try (var central = station()) {
      field.until("registered", central::registered);
      serve(USELESS, UnaryOperator.identity(), Map.of(17, 2L));
      trigger();
      field.until("on trial", () -> !settled());
      field.until("the old one is back", () -> central.registered() && settled());
      assertThat(GivenAccount.kept(notebook()).orElseThrow().credentials().toString())
          .contains("identity-1");
      assertThat(notebook().get("/1/0/17")).as("terms of the useless one").isEmpty();
    }
  }

  @Test
  void whatMakesNoAccountIsRefusedAndChangesNothing() throws Exception {
    try (var central = station()) {
      field.until("registered", () -> central.registered() && settled());
      var before = notebook().under("");
      serve(GIVEN, messages -> List.of(messages.get(0), messages.get(3)), Map.of());
      trigger();
      field.until("told why", () -> central.lastFailure().contains("one account was expected"));
      field.until("registered", central::registered);
      assertThat(notebook().under("")).isEqualTo(before);
    }
  }

  /** Nothing passes any more after so many packets, in either direction. */
  @Test
  void cutAfterAnyPacketTheStationHasOneWholeAccountAndComesBackWithIt() throws Exception {
    try (var central = station()) {
      field.until("registered", central::registered);
      field.until("settled", this::settled);
      int step = Boolean.getBoolean("fieldstation.long") ? 1 : 4;
      boolean finished = false;
      for (int passed = 1; !finished; passed += step) {
        var before = notebook().under("");
        var left = new AtomicInteger(passed);
        way.overheardBy(packet -> {
          if (left.decrementAndGet() < 0) {
            way.set(Impairment.BLACKOUT);
          }
        });
        trigger();
        field.until("tried", () -> !central.registered());
        field.until("registered again", central::registered);
        finished = left.get() >= 0 || !notebook().get("/1/0/12").equals(time(before));
        if (!finished) {
          assertThat(notebook().under("")).as("cut after %d packets", passed).isEqualTo(before);
        }
        way.set(Impairment.NONE);
        assertThat(passed).isLessThan(60);
      }
      field.until("settled", this::settled);
    }
  }

  private static Optional<String> time(Map<String, String> words) {
    return Optional.ofNullable(words.get("/1/0/12"));
  }

  private boolean settled() {
    return notebook().get("trial").isEmpty();
  }

  /** As the disk has it. */
  private Notebook notebook() {
    return new Notebook(new KeptFile(dir.resolve("server-reserve")));
  }

  private void trigger() throws Exception {
    var leshan = field.server().leshan();
    var registration = leshan.getRegistrationService().getByEndpoint(Songs.STATION);
    assertThat(leshan.send(registration, new ExecuteRequest(1, 0, 9), 5000).isSuccess()).isTrue();
  }

  private void serve(Account given, UnaryOperator<List<Request>> habit, Map<Integer, Object> terms)
      throws Exception {
    server.close();
    server = offering(given, habit, terms);
  }

  private BootstrapServer offering(
      Account given, UnaryOperator<List<Request>> habit, Map<Integer, Object> terms)
      throws Exception {
    var at = URI.create("coaps://127.0.0.1:" + field.relay.port());
    var offers = List.of(new BootstrapOffer(given, at, terms));
    var offering = BootstrapServer.start(ANY, List.of(FACTORY), offers, habit);
    way.retarget(new InetSocketAddress(InetAddress.getLoopbackAddress(), offering.port()));
    return offering;
  }

  private Lwm2mCentral station() {
    var direct = field.settings(Field.KEY, SHORT);
    var bootstrap =
        new Lwm2mSettings(
            direct.name(),
            direct.station(),
            URI.create("coaps://127.0.0.1:" + way.port()),
            FACTORY.identity(),
            FACTORY.key(),
            direct.device(),
            direct.patience(),
            false);
    var shelf = new ObjectShelf(List.of(), notebook(), new Bulletin());
    return Lwm2mCentral.bootstrapped(
        bootstrap, field.songs, Pull.NOTHING, shelf, field.time, new SplittableRandom(7));
  }
}
