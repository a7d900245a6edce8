package org.fieldstation.sim.central;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.depot.CoapDepot;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.update.Launched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A station with packages, an ordinary server, and a depot with signed bundles. */
abstract class SoftwareFixture {
  static final int CONFIGURATION = 0;
  static final int MODEL = 1;
  static final int INITIAL = 0;
  static final int DELIVERED = 3;
  static final int INSTALLED = 4;

  @TempDir Path dir;
  final SystemTime time = new SystemTime();
  StockServer server;
  CoapDepot depot;
  Pharmacy pharmacy;
  volatile boolean restart;

  @BeforeEach
  void prepare() throws Exception {
    server = new StockServer(Songs.STATION, Pharmacy.IDENTITY, Field.KEY.bytes());
    pharmacy = new Pharmacy(dir, server.address().getPort());
    depot =
        CoapDepot.start(
            pharmacy.repository(),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of());
  }

  @AfterEach
  void close() {
    depot.close();
    server.close();
  }

  String inUse() throws IOException {
    return Files.readString(dir.resolve("data/packs/in-use"));
  }

  /** The journal says that the line that hears has taken this version. */
  boolean heardWith(String version) {
    var found = new AtomicBoolean();
    try (var reader = JournalReader.open(dir.resolve("data"))) {
      reader.items((_, item) -> {
        if (item instanceof Item.Entry record && record.kind() == Kind.MODEL) {
          var body = new String(record.body(), ISO_8859_1);
          found.compareAndSet(false, body.contains("in-use") && body.contains(version));
        }
      });
    }
    return found.get();
  }

  /** The last word of the journal about the line that hears. */
  boolean heardLastWith(String version) {
    var last = new AtomicReference<>("");
    try (var reader = JournalReader.open(dir.resolve("data"))) {
      reader.items((_, item) -> {
        if (item instanceof Item.Entry record && record.kind() == Kind.MODEL) {
          last.set(new String(record.body(), ISO_8859_1));
        }
      });
    }
    return last.get().contains("in-use") && last.get().contains(version);
  }

  Station start() {
    var launched = new Launched("1.0.0-000000000000", Optional.empty(), () -> {});
    return Station.start(
        StationParts.real(
            SettingsFile.read(pharmacy.file()),
            "1.0.0",
            time,
            new Nobody(),
            Optional.of(launched),
            machine()));
  }

  Machine machine() {
    return new Machine() {
      @Override
      public void restart(String why) {
        restart = true;
      }

      @Override
      public void reboot(String why) {}
    };
  }

  void bring(int instance, String name) throws InterruptedException {
    var uri = "coap://127.0.0.1:%d/ota/targets/%s".formatted(depot.port(), name);
    assertThat(write(instance, uri)).isEqualTo(ResponseCode.CHANGED);
  }

  ResponseCode write(int instance, String uri) throws InterruptedException {
    var answer = server.ask(registered(), new WriteRequest(9, instance, 3, uri));
    System.out.printf("Write /9/%d/3 \"%s\" -> %s%n", instance, uri, answer.getCode());
    return answer.getCode();
  }

  void execute(int instance, int resource) throws InterruptedException {
    assertThat(ask(new ExecuteRequest(9, instance, resource))).isEqualTo(ResponseCode.CHANGED);
  }

  ResponseCode ask(ExecuteRequest request) throws InterruptedException {
    var answer = server.ask(registered(), request);
    System.out.printf(
        "Execute %s -> %s %s%n",
        request.getPath(),
        answer.getCode(),
        Objects.requireNonNullElse(answer.getErrorMessage(), ""));
    return answer.getCode();
  }

  void standsAt(int instance, int state, int result) throws Exception {
    until(
        "/9/%d state %d result %d".formatted(instance, state, result),
        () -> {
          var now = text(instance, 7) + " " + text(instance, 9);
          return now.equals(state + " " + result);
        });
    System.out.printf(
        "/9/%d: state %d, result %d %s%n", instance, state, result, text(instance, 16));
  }

  String text(int instance, int resource) throws InterruptedException {
    return read("/9/%d/%d".formatted(instance, resource));
  }

  String read(String path) throws InterruptedException {
    var answer = server.ask(registered(), new ReadRequest(ContentFormat.SENML_CBOR, path));
    return answer.getContent() == null
        ? answer.getCode().toString()
        : String.valueOf(((LwM2mResource) answer.getContent()).getValue());
  }

  Registration registered() throws InterruptedException {
    long deadline = time.nanos() + 60_000_000_000L;
    while (server.registration(Songs.STATION) == null && time.nanos() < deadline) {
      time.sleep(Duration.ofMillis(100));
    }
    return Objects.requireNonNull(server.registration(Songs.STATION), "never registered");
  }

  interface Holding {
    boolean now() throws Exception;
  }

  void until(String what, Holding holds) throws Exception {
    long deadline = time.nanos() + 90_000_000_000L;
    while (!holds.now()) {
      if (time.nanos() > deadline) {
        throw new AssertionError(
            "never happened: %s; model %s %s %s, configuration %s %s %s"
                .formatted(
                    what,
                    text(MODEL, 7),
                    text(MODEL, 9),
                    text(MODEL, 16),
                    text(CONFIGURATION, 7),
                    text(CONFIGURATION, 9),
                    text(CONFIGURATION, 16)));
      }
      time.sleep(Duration.ofMillis(200));
    }
  }
}
