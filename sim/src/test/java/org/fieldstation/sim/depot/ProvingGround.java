package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.publish.FirstSlot;
import org.fieldstation.sim.central.Account;
import org.fieldstation.sim.central.CentralServer;
import org.fieldstation.sim.central.FirmwareDesk.Standing;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.LastEnd;

/** A station of release 1.0.0 under the real launcher, its server, and a depot with releases. */
final class ProvingGround implements AutoCloseable {
  static final Path LAUNCHER = Path.of("../scripts/lib/ota/launch.sh").toAbsolutePath();
  static final String STATION = "mast-1";
  private static final String KEY = "00112233445566778899aabbccddeeff";
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  final Path folder;
  final CentralServer central;
  final LaunchedStation station;
  private final SystemTime time = new SystemTime();
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final Ceremony ceremony;
  private final Path good;
  final CoapDepot depot;
  final HttpDepot web;

  /**
   * Starts it.
   *
   * @param update lines of the table {@code [update]}
   */
  ProvingGround(Path folder, String update) throws Exception {
    this.folder = folder;
    ceremony = new Ceremony(folder.resolve("repository"), new SecureRandom(), time.now().utc());
    good = folder.resolve("release-1.0.0");
    OwnRelease.make(good, "1.0.0");
    ceremony.publish("1.0.0", good, List.of(), time.now().utc());
    var root = Files.createDirectories(folder.resolve("opt"));
    FirstSlot.lay(new PosixDisk(), root, "1.0.0", good);
    Files.write(root.resolve("root.json"), ceremony.firstRoot());
    central =
        CentralServer.start(
            any(),
            folder.resolve("central.db"),
            List.of(new Account(STATION, STATION, Secret.ofHex(KEY))));
    depot = CoapDepot.start(folder.resolve("repository"), any(), Map.of());
    web = HttpDepot.start(folder.resolve("repository"), any());
    var configuration = configure(root, central.port(), update);
    station =
        LaunchedStation.start(
            LAUNCHER,
            root,
            List.of("run", "--json", "--config", configuration.toString()),
            lines::add);
  }

  /** What makes of a good release the one that is published. */
  interface Change {
    void on(Path release) throws IOException;
  }

  /** Publishes another release; its address. */
  String publish(String version, Change change) throws IOException {
    var release = folder.resolve("release-" + version);
    OwnRelease.make(release, version);
    change.on(release);
    ceremony.publish(version, release, List.of(good), time.now().utc());
    return "coap://127.0.0.1:%d/ota/targets/station-%s.manifest".formatted(depot.port(), version);
  }

  /** Has the server order it and give leave, and waits until the station has said how it ended. */
  Standing update(String uri) throws Exception {
    var desk = central.firmware();
    await("a registration", () -> standing().state() == 0);
    await("the order taken", () -> desk.choose(STATION, uri));
    await("downloaded", () -> standing().state() == 2);
    await("leave", () -> desk.restart(STATION) || standing().state() != 2);
    await("the end", () -> standing().state() == 0 && standing().result() != 0);
    return standing();
  }

  Standing standing() throws InterruptedException {
    return central.firmware().standing(STATION).orElse(new Standing(-1, -1, ""));
  }

  /** Why the last update ended as it did. */
  String reason() {
    var desk = new Desk(new PosixDisk(), folder.resolve("opt"));
    return desk.status().last().map(LastEnd::reason).orElse("");
  }

  /** The ledger has sound from after that. */
  boolean isRecordingSince(Instant since) throws IOException {
    return Silences.recorded(folder.resolve("data")).stream()
        .anyMatch(stretch -> stretch.to().isAfter(since));
  }

  /** Something that becomes true. */
  interface Question {
    boolean isAnswered() throws Exception;
  }

  void await(String what, Question question) throws Exception {
    long until = time.nanos() + PATIENCE.toNanos();
    while (!question.isAnswered()) {
      assertThat(time.nanos()).as("%s; last words: %s", what, lastWords()).isLessThan(until);
      time.sleep(Duration.ofMillis(500));
    }
  }

  private List<String> lastWords() {
    return lines.stream().skip(Math.max(0, lines.size() - 12)).toList();
  }

  private static InetSocketAddress any() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private Path configure(Path root, int port, String update) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.writeString(Files.createFile(folder.resolve("key"), owner), KEY);
    return Files.writeString(
        folder.resolve("station.toml"),
        """
        [station]
        name = "%s"
        data = "data"

        [microphone]
        hardware = "sim"
        device = "world"

        [[central]]
        name = "reserve"
        uri = "coaps://127.0.0.1:%d"
        identity = "%s"
        key-file = "key"
        answer-s = 5
        retry-s = 2

        [update]
        root = "%s"
        %s
        """
            .formatted(STATION, port, STATION, root, update));
  }

  @Override
  public void close() {
    station.close();
    depot.close();
    web.close();
    central.close();
  }
}
