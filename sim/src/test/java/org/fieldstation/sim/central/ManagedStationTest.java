package org.fieldstation.sim.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.Observer;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.remote.ConfigDesk;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole station managed by a server that was not written for it, which has nothing but our object
 * definitions. Prints what was said, as docs/delivery.md shows it.
 */
class ManagedStationTest {
  private static final String IDENTITY = "identity-1";

  @TempDir Path dir;
  private final SystemTime time = new SystemTime();
  private final Machines machine = new Machines();
  private StockServer server;
  private Path file;

  @BeforeEach
  void prepare() throws Exception {
    server = new StockServer(Songs.STATION, IDENTITY, Field.KEY.bytes());
    file = dir.resolve("station.toml");
    var key =
        Files.createFile(
            dir.resolve("reserve.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, "00112233445566778899aabbccddeeff");
    Files.writeString(file, configuration(""));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aConfigurationIsCheckedTriedAndKeptAndACommandGetsItsReceipt() throws Exception {
    try (var _ = start()) {
      var at = registered();
      assertThat(text(at, "/26251/0/9")).isEqualTo("settled");
      assertThat(write(at, 26251, 8, configuration("[journal]\nkeep-dys = 3\n").getBytes(UTF_8)))
          .isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(write(at, 26251, 8, "[station]\nname='x'\ndata='d'\n".getBytes(UTF_8)))
          .isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(text(at, "/26251/0/9")).isEqualTo("settled");

      assertThat(write(at, 26251, 8, configuration("[journal]\nkeep-days = 3\n").getBytes(UTF_8)))
          .isEqualTo(ResponseCode.CHANGED);
      assertThat(text(at, "/26251/0/9")).startsWith("on trial");
      until("restart", () -> machine.asked.contains("restart"));
    }

    new ConfigDesk(file).starting();
    var before = Objects.requireNonNull(server.registration(Songs.STATION)).getId();
    try (var station = start()) {
      until("registered anew", () -> !registered().getId().equals(before));
      until("kept", () -> text(registered(), "/26251/0/9").equals("settled"));
      assertThat(Files.readString(file)).contains("keep-days = 3");
      // two starts and "kept"
      until("recorded", () -> station.journal().last(Lane.URGENT) >= 3);

      var at = registered();
      assertThat(write(at, 26258, 0, "7 note with=hello")).isEqualTo(ResponseCode.CHANGED);
      assertThat(write(at, 26258, 0, "8 dance")).isEqualTo(ResponseCode.BAD_REQUEST);
      until("done", () -> read(at, "/26258/0/1").toString().contains("done, hello"));
      assertThat(execute(at, 3, 4)).isEqualTo(ResponseCode.CHANGED);
      until("reboot", () -> machine.asked.contains("reboot"));
    }
  }

  @Test
  void aServerSeesWhereTheStationIsAndWhatItsCameraSawLast() throws Exception {
    Files.writeString(
        file,
        configuration(
            """
            [board]
            profile = "sim"
            gnss = { at = "/dev/ttyGNSS" }
            [camera]
            hardware = "sim"
            device = "world"
            width = 320
            height = 240
            burst-frames = 2
            quiet-s = 2
            """));
    try (var _ = start()) {
      until("a fix", () -> shows(registered(), 6));
      assertThat(Double.parseDouble(text(registered(), "/6/0/0"))).isBetween(-90.0, 90.0);
      assertThat(read(registered(), "/6/0/5")).isNotNull();
      until("a camera", () -> shows(registered(), 26253));
      assertThat(text(registered(), "/26253/0/1")).isEqualTo("no model");
      until("a sighting", () -> !text(registered(), "/26253/0/2").equals("0"));
      assertThat(text(registered(), "/26253/0/5")).isEqualTo("unclassified");
    }
  }

  private static boolean shows(Registration at, int object) {
    return at.getAvailableInstances().stream().anyMatch(it -> it.getObjectId() == object);
  }

  private Station start() {
    return Station.start(
        StationParts.real(
            SettingsFile.read(file), "0.1.0", time, new Nobody(), Optional.empty(), machine));
  }

  private String configuration(String more) {
    return """
    [station]
    name = "%s"
    data = "data"

    %s
    [[central]]
    name = "reserve"
    uri = "coaps://127.0.0.1:%d"
    identity = "%s"
    key-file = "reserve.key"
    manages = true
    answer-s = 5
    retry-s = 1
    """
        .formatted(Songs.STATION, more, server.address().getPort(), IDENTITY);
  }

  private Registration registered() throws InterruptedException {
    until("registered", () -> server.registration(Songs.STATION) != null);
    return Objects.requireNonNull(server.registration(Songs.STATION));
  }

  private String text(Registration at, String path) throws InterruptedException {
    return String.valueOf(((LwM2mResource) read(at, path)).getValue());
  }

  private Object read(Registration at, String path) throws InterruptedException {
    var answer = server.ask(at, new ReadRequest(ContentFormat.SENML_CBOR, path));
    System.out.printf("Read %s -> %s %s%n", path, answer.getCode(), answer.getContent());
    return Objects.requireNonNull(answer.getContent(), () -> path + " " + answer.getCode());
  }

  private ResponseCode write(Registration at, int object, int resource, Object value)
      throws InterruptedException {
    var answer =
        server.ask(
            at,
            value instanceof byte[] bytes
                ? new WriteRequest(object, 0, resource, bytes)
                : new WriteRequest(object, 0, resource, value.toString()));
    System.out.printf(
        "Write /%d/0/%d %s -> %s %s%n",
        object,
        resource,
        value instanceof byte[] bytes ? bytes.length + " bytes" : "\"" + value + "\"",
        answer.getCode(),
        Objects.requireNonNullElse(answer.getErrorMessage(), ""));
    return answer.getCode();
  }

  private ResponseCode execute(Registration at, int object, int resource)
      throws InterruptedException {
    var answer = server.ask(at, new ExecuteRequest(object, 0, resource));
    System.out.printf("Execute /%d/0/%d -> %s%n", object, resource, answer.getCode());
    return answer.getCode();
  }

  private interface Holding {
    boolean now() throws InterruptedException;
  }

  private void until(String what, Holding holds) throws InterruptedException {
    long deadline = time.nanos() + 60_000_000_000L;
    while (!holds.now()) {
      if (time.nanos() > deadline) {
        throw new AssertionError("never happened: " + what);
      }
      time.sleep(Duration.ofMillis(100));
    }
  }

  /** A computer that notes what it was asked for. */
  private static final class Machines implements Machine {
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public void restart(String why) {
      asked.add("restart");
    }

    @Override
    public void reboot(String why) {
      asked.add("reboot");
    }
  }

  private static final class Nobody implements Observer {
    @Override
    public void listening(String microphone, int rate, String model) {}

    @Override
    public void heard(Instant start, Findings findings) {}

    @Override
    public void measured(String sensor, Sample sample) {}

    @Override
    public void confirmed(String by, Receipt receipt) {}
  }
}
