package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.publish.FirstSlot;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.sim.depot.Ceremony;
import org.fieldstation.sim.depot.CoapDepot;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.LastEnd;
import org.fieldstation.station.update.Launched;
import org.fieldstation.station.update.Resident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Object 5 of a whole station through an ordinary LwM2M server: what is refused is refused with the
 * specification's number, and what is offered can be called off.
 */
@Tag("slow")
class FirmwareTest {
  private static final int IDLE = 0;
  private static final int DOWNLOADED = 2;

  @TempDir Path dir;
  private final SystemTime time = new SystemTime();
  private final List<String> restarts = new CopyOnWriteArrayList<>();
  private StockServer server;
  private CoapDepot depot;
  private Pharmacy files;
  private Ceremony ceremony;
  private String slot;

  @BeforeEach
  void prepare() throws Exception {
    server = new StockServer(Songs.STATION, Pharmacy.IDENTITY, Field.KEY.bytes());
    files = new Pharmacy(dir, server.address().getPort());
    ceremony = new Ceremony(dir.resolve("releases"), new SecureRandom(), time.now().utc());
    var root = dir.resolve("opt");
    slot = FirstSlot.lay(new PosixDisk(), root, "1.0.0", release("1.0.0"));
    publish("1.1.0");
    Files.write(root.resolve("root.json"), ceremony.firstRoot());
    depot =
        CoapDepot.start(
            dir.resolve("releases"),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of());
  }

  @AfterEach
  void close() {
    depot.close();
    server.close();
  }

  @Test
  void eachRefusalHasItsNumberAndItsWord() throws Exception {
    ceremony.publish(
        "1.2.0",
        release("1.2.0"),
        List.of(),
        new Publisher.Terms(List.of("riscv64"), 25, 1),
        time.now().utc());
    ceremony.publish(
        "1.3.0",
        release("1.3.0"),
        List.of(),
        new Publisher.Terms(List.of(Resident.thisMachine().architecture()), 99, 1),
        time.now().utc());
    try (var _ = start()) {
      order("ftp://127.0.0.1/ota/targets/station-1.1.0.manifest");
      ends(9, "UNSUPPORTED_PROTOCOL");
      order("station-1.1.0");
      ends(7, "INVALID_ADDRESS");
      bring("rootkit.manifest");
      ends(7, "UNKNOWN_TARGET");
      bring("station-1.2.0.manifest");
      ends(6, "WRONG_ARCHITECTURE");
      bring("station-1.3.0.manifest");
      ends(6, "JAVA_TOO_OLD");
      alter("objects/");
      bring("station-1.1.0.manifest");
      ends(5, "WRONG_HASH");
      alter("metadata/timestamp.json");
      bring("station-1.1.0.manifest");
      ends(5, "THRESHOLD");
      assertThat(text(7)).isEqualTo("1.0.0");
      assertThat(restarts).isEmpty();
    }
  }

  @Test
  void whatWasBroughtCanBeCalledOffAndTheResultForgotten() throws Exception {
    try (var _ = start()) {
      assertThat(execute(2)).isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
      bring("station-1.1.0.manifest");
      until("downloaded", () -> text(3).equals("" + DOWNLOADED));
      assertThat(text(6)).isEqualTo("station-1.1.0-%s.manifest".formatted(architecture()));
      assertThat(write("coap://elsewhere/ota/targets/other.manifest"))
          .isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(execute(10)).isEqualTo(ResponseCode.CHANGED);
      ends(10, "CANCELLED");
      assertThat(write("")).isEqualTo(ResponseCode.CHANGED);
      until("forgotten", () -> text(5).equals("0"));
    }
  }

  @Test
  void nothingCanBePushedAndTheServerIsToldSo() throws Exception {
    try (var _ = start()) {
      assertThat(text(9)).isEqualTo("0");
      var answer = server.ask(registered(), new WriteRequest(5, 0, 0, new byte[64]));
      assertThat(answer.getCode()).isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
    }
  }

  @Test
  void aReleaseThatIsAllowedToRestartEndsThisProcess() throws Exception {
    try (var _ = start()) {
      bring("station-1.1.0.manifest");
      until("downloaded", () -> text(3).equals("" + DOWNLOADED));
      assertThat(execute(2)).isEqualTo(ResponseCode.CHANGED);
      until("restart", () -> !restarts.isEmpty());
      assertThat(Files.readSymbolicLink(dir.resolve("opt/current")).toString())
          .startsWith("slots/1.1.0-");
      assertThat(Files.readString(dir.resolve("opt/trial"))).endsWith(" 3\n");
    }
  }

  private static String architecture() {
    return Resident.thisMachine().architecture();
  }

  private Path release(String version) throws IOException {
    var folder = Files.createDirectories(dir.resolve("release-" + version + "/bin"));
    Files.writeString(folder.resolve("station"), "#!/bin/sh\necho " + version + "\n");
    return dir.resolve("release-" + version);
  }

  private void publish(String version) throws IOException {
    ceremony.publish(version, release(version), List.of(), time.now().utc());
  }

  /** Every file of that beginning gets one other bit. */
  private void alter(String prefix) throws IOException {
    var altered = new ArrayList<Path>();
    try (var all = Files.walk(dir.resolve("releases"))) {
      all.filter(Files::isRegularFile)
          .filter(file -> dir.resolve("releases").relativize(file).toString().startsWith(prefix))
          .forEach(altered::add);
    }
    assertThat(altered).isNotEmpty();
    for (var file : altered) {
      var bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  private Station start() {
    var launched = new Launched(slot, Optional.empty(), () -> restarts.add("again"));
    return Station.start(
        StationParts.real(
            SettingsFile.read(files.file()),
            "1.0.0",
            time,
            new Nobody(),
            Optional.of(launched),
            machine()));
  }

  private static Machine machine() {
    return new Machine() {
      @Override
      public void restart(String why) {}

      @Override
      public void reboot(String why) {}
    };
  }

  private void bring(String name) throws Exception {
    order("coap://127.0.0.1:%d/ota/targets/%s".formatted(depot.port(), name));
  }

  private void order(String uri) throws Exception {
    until("idle", () -> text(3).equals("" + IDLE));
    assertThat(write("")).isEqualTo(ResponseCode.CHANGED); // forgets the result before
    assertThat(write(uri)).as(uri).isEqualTo(ResponseCode.CHANGED);
  }

  private ResponseCode write(String uri) throws InterruptedException {
    return server.ask(registered(), new WriteRequest(5, 0, 1, uri)).getCode();
  }

  private ResponseCode execute(int resource) throws InterruptedException {
    return server.ask(registered(), new ExecuteRequest(5, 0, resource)).getCode();
  }

  private void ends(int result, String word) throws Exception {
    until(
        "result %d %s".formatted(result, word),
        () -> text(3).equals("" + IDLE) && text(5).equals("" + result));
    var desk = new Desk(new PosixDisk(), dir.resolve("opt"));
    assertThat(desk.status().last().map(LastEnd::reason)).contains(word);
    System.out.printf("/5/0/5: %d %s%n", result, word);
  }

  private String text(int resource) throws InterruptedException {
    var answer =
        server.ask(registered(), new ReadRequest(ContentFormat.SENML_CBOR, "/5/0/" + resource));
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
    long deadline = time.nanos() + 60_000_000_000L;
    while (!holds.now()) {
      assertThat(time.nanos())
          .as("%s; state %s result %s", what, text(3), text(5))
          .isLessThan(deadline);
      time.sleep(Duration.ofMillis(100));
    }
  }
}
