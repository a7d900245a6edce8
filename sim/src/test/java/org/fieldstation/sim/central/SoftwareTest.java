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
import org.fieldstation.station.remote.ConfigDesk;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.update.Launched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Object 9 of a whole station through an ordinary LwM2M server: a model pack and a configuration,
 * brought over CoAP and taken into use, and what is wrong with others refused while the old stays.
 */
@Tag("slow")
class SoftwareTest {
  private static final int CONFIGURATION = 0;
  private static final int MODEL = 1;
  private static final int INITIAL = 0;
  private static final int DELIVERED = 3;
  private static final int INSTALLED = 4;

  @TempDir Path dir;
  private final SystemTime time = new SystemTime();
  private StockServer server;
  private CoapDepot depot;
  private Pharmacy pharmacy;
  private volatile boolean restart;

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

  @Test
  void aModelPackIsSwappedOverTheAirAndABrokenOneRefusedWhileTheOldOneHears() throws Exception {
    try (var _ = start()) {
      assertThat(text(MODEL, 0)).isEqualTo("model model");
      bring(MODEL, "model-pack-reserve-sounds-9.0.0.manifest");
      standsAt(MODEL, DELIVERED, 3);
      assertThat(text(MODEL, 12)).isEqualTo("false");
      execute(MODEL, 4);
      standsAt(MODEL, INSTALLED, 2);
      assertThat(text(MODEL, 0)).isEqualTo("reserve-sounds-9.0.0");
      assertThat(text(MODEL, 1)).isEqualTo("9.0.0");
      execute(MODEL, 10);
      until("in use", () -> text(MODEL, 12).equals("true"));
      until("heard with it", () -> heardWith("9.0.0"));

      bring(MODEL, "model-pack-reserve-sounds-9.1.0.manifest");
      standsAt(MODEL, DELIVERED, 3);
      execute(MODEL, 4);
      standsAt(MODEL, DELIVERED, 58);
      assertThat(text(MODEL, 16)).contains("golden tone");
      assertThat(inUse()).contains("reserve-sounds-9.0.0");
    }
  }

  @Test
  void whatIsNotSignedOrNotForThisIsRefusedWithItsNumber() throws Exception {
    pharmacy.publish("configuration", "another", "1", pharmacy.lone(pharmacy.configuration("")));
    pharmacy.publish("model-pack", "spoilt", "1", pharmacy.pack("1.0.0", "0.996"));
    pharmacy.spoil();
    try (var _ = start()) {
      bring(MODEL, "rootkit");
      standsAt(MODEL, INITIAL, 56);
      assertThat(write(MODEL, "ftp://127.0.0.1/x/targets/y")).isEqualTo(ResponseCode.CHANGED);
      standsAt(MODEL, INITIAL, 56);
      bring(CONFIGURATION, "model-pack-reserve-sounds-9.0.0.manifest");
      standsAt(CONFIGURATION, INITIAL, 54);
      bring(CONFIGURATION, "configuration-another-1.manifest");
      standsAt(CONFIGURATION, INITIAL, 54);
      bring(MODEL, "model-pack-spoilt-1.manifest");
      standsAt(MODEL, INITIAL, 53);
      assertThat(ask(new ExecuteRequest(9, MODEL, 4))).isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(ask(new ExecuteRequest(9, MODEL, 10))).isEqualTo(ResponseCode.BAD_REQUEST);
    }
  }

  @Test
  void aConfigurationIsCheckedThenTriedAndKeptWhenItsServerIsReached() throws Exception {
    pharmacy.publish(
        "configuration",
        Songs.STATION,
        "1",
        pharmacy.lone(pharmacy.configuration("[journal]\nkeep-dys = 3\n")));
    pharmacy.publish(
        "configuration",
        Songs.STATION,
        "2",
        pharmacy.lone(pharmacy.configuration("[journal]\nkeep-days = 3\n")));
    try (var _ = start()) {
      bring(CONFIGURATION, "configuration-" + Songs.STATION + "-1.manifest");
      standsAt(CONFIGURATION, DELIVERED, 3);
      execute(CONFIGURATION, 4);
      standsAt(CONFIGURATION, DELIVERED, 58);
      assertThat(text(CONFIGURATION, 16)).contains("keep-dys");

      bring(CONFIGURATION, "configuration-" + Songs.STATION + "-2.manifest");
      standsAt(CONFIGURATION, DELIVERED, 3);
      execute(CONFIGURATION, 4);
      standsAt(CONFIGURATION, INSTALLED, 2);
      assertThat(text(CONFIGURATION, 12)).isEqualTo("false");
      execute(CONFIGURATION, 10);
      until("restart", () -> restart);
    }
    var before = Objects.requireNonNull(server.registration(Songs.STATION)).getId();
    new ConfigDesk(pharmacy.file()).starting();
    try (var _ = start()) {
      until("registered anew", () -> !registered().getId().equals(before));
      until("kept", () -> read("/26251/0/9").equals("settled"));
      assertThat(text(CONFIGURATION, 12)).isEqualTo("true");
      assertThat(Files.readString(pharmacy.file())).contains("keep-days = 3");
    }
  }

  private String inUse() throws IOException {
    return Files.readString(dir.resolve("data/packs/in-use"));
  }

  /** The journal says that the line that hears has taken this version. */
  private boolean heardWith(String version) {
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

  private Station start() {
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

  private Machine machine() {
    return new Machine() {
      @Override
      public void restart(String why) {
        restart = true;
      }

      @Override
      public void reboot(String why) {}
    };
  }

  private void bring(int instance, String name) throws InterruptedException {
    var uri = "coap://127.0.0.1:%d/ota/targets/%s".formatted(depot.port(), name);
    assertThat(write(instance, uri)).isEqualTo(ResponseCode.CHANGED);
  }

  private ResponseCode write(int instance, String uri) throws InterruptedException {
    var answer = server.ask(registered(), new WriteRequest(9, instance, 3, uri));
    System.out.printf("Write /9/%d/3 \"%s\" -> %s%n", instance, uri, answer.getCode());
    return answer.getCode();
  }

  private void execute(int instance, int resource) throws InterruptedException {
    assertThat(ask(new ExecuteRequest(9, instance, resource))).isEqualTo(ResponseCode.CHANGED);
  }

  private ResponseCode ask(ExecuteRequest request) throws InterruptedException {
    var answer = server.ask(registered(), request);
    System.out.printf(
        "Execute %s -> %s %s%n",
        request.getPath(),
        answer.getCode(),
        Objects.requireNonNullElse(answer.getErrorMessage(), ""));
    return answer.getCode();
  }

  private void standsAt(int instance, int state, int result) throws Exception {
    until(
        "/9/%d state %d result %d".formatted(instance, state, result),
        () -> {
          var now = text(instance, 7) + " " + text(instance, 9);
          return now.equals(state + " " + result);
        });
    System.out.printf(
        "/9/%d: state %d, result %d %s%n", instance, state, result, text(instance, 16));
  }

  private String text(int instance, int resource) throws InterruptedException {
    return read("/9/%d/%d".formatted(instance, resource));
  }

  private String read(String path) throws InterruptedException {
    var answer = server.ask(registered(), new ReadRequest(ContentFormat.SENML_CBOR, path));
    return answer.getContent() == null
        ? answer.getCode().toString()
        : String.valueOf(((LwM2mResource) answer.getContent()).getValue());
  }

  private Registration registered() throws InterruptedException {
    long deadline = time.nanos() + 60_000_000_000L;
    while (server.registration(Songs.STATION) == null && time.nanos() < deadline) {
      time.sleep(Duration.ofMillis(100));
    }
    return Objects.requireNonNull(server.registration(Songs.STATION), "never registered");
  }

  private interface Holding {
    boolean now() throws Exception;
  }

  private void until(String what, Holding holds) throws Exception {
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
