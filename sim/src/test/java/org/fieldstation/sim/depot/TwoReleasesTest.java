package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.sim.link.UdpRelay;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Ledger.Stretch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real releases of this program under the real launcher, updated through a real LwM2M server
 * over a bad link: forward, back, and forward again, with the recorder running. The newer brings
 * the journal to another shape, and the older goes on with it.
 */
@Tag("slow")
class TwoReleasesTest {
  private static final Path LAUNCHER = Path.of("../scripts/lib/ota/launch.sh").toAbsolutePath();
  private static final String STATION = "mast-1";
  private static final String KEY = "00112233445566778899aabbccddeeff";
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Impairment BAD_LINK =
      new Impairment(0.03, Duration.ofMillis(40), 0.02, 0.02);

  @TempDir Path folder;

  private final SystemTime time = new SystemTime();
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

  @Test
  void aStationIsUpdatedRolledBackAndUpdatedAgainThroughAServerWhileItRecords() throws Exception {
    var now = time.now().utc();
    var older = folder.resolve("release-1.0.0");
    var newer = folder.resolve("release-1.1.0");
    OwnRelease.make(older, "1.0.0");
    OwnRelease.make(newer, "1.1.0");
    NewerJournal.give(newer);
    var repository = folder.resolve("repository");
    var ceremony = new Ceremony(repository, new SecureRandom(), now);
    ceremony.publish("1.0.0", older, List.of(newer), now);
    ceremony.publish("1.1.0", newer, List.of(older), now);
    var root = Files.createDirectories(folder.resolve("opt"));
    FirstSlot.lay(new PosixDisk(), root, "1.0.0", older);
    Files.write(root.resolve("root.json"), ceremony.firstRoot());

    try (var central = central();
        var depot = CoapDepot.start(repository, any(), Map.of(STATION, Secret.ofHex(KEY)));
        var toCentral = new UdpRelay(at(central.port()), 1);
        var toDepot = new UdpRelay(at(depot.port()), 2)) {
      toCentral.set(BAD_LINK);
      toDepot.set(BAD_LINK);
      var configuration = configure(root, toCentral.port());
      var from = "coaps://127.0.0.1:%d/ota/targets/station-%%s.manifest".formatted(toDepot.port());
      try (var station =
          LaunchedStation.start(
              LAUNCHER,
              root,
              List.of("run", "--json", "--config", configuration.toString()),
              lines::add)) {
        for (var version : List.of("1.1.0", "1.0.0", "1.1.0")) {
          update(central, from.formatted(version), version);
          assertThat(NewerJournal.shape(folder.resolve("data"))).isEqualTo(2);
          System.out.printf(
              "%s runs; the depot has sent %,d bytes of files%n", version, depot.sent());
        }
        assertThat(station.exits()).containsExactly(100, 100, 100);
      }
      assertThat(depot.sent()).isLessThan(1_000_000); // and not 40 MB, three times
    }
    assertThat(folder.resolve("data"))
        .isDirectoryNotContaining("glob:**/journal.db.*"); // no release had to set it aside
    try (var reader = JournalReader.open(folder.resolve("data"))) {
      assertThat(reader.faults()).isEmpty();
      assertThat(reader.boots()).isEqualTo(4);
    }
    var hole = longestHole();
    System.out.printf("the longest hole in the recording: %.1f s%n", hole.toMillis() / 1000.0);
    assertThat(hole)
        .isLessThan(
            Duration.ofSeconds(30).plus(Silences.slowness(folder.resolve("release-1.1.0"))));
  }

  private void update(CentralServer central, String uri, String version) throws Exception {
    var desk = central.firmware();
    await("a registration", () -> desk.standing(STATION).filter(is -> is.state() == 0).isPresent());
    await("the order taken", () -> desk.choose(STATION, uri));
    await("downloaded", () -> standing(central).state() == 2);
    await("leave", () -> desk.restart(STATION) || standing(central).state() != 2);
    await("the end", () -> standing(central).state() == 0 && standing(central).result() != 0);
    assertThat(standing(central)).isEqualTo(new Standing(0, 1, version));
  }

  private static Standing standing(CentralServer central) throws InterruptedException {
    return central.firmware().standing(STATION).orElse(new Standing(-1, -1, ""));
  }

  private interface Question {
    boolean isAnswered() throws Exception;
  }

  private void await(String what, Question question) throws Exception {
    long until = time.nanos() + PATIENCE.toNanos();
    while (!question.isAnswered()) {
      assertThat(time.nanos())
          .as(
              "%s; last words: %s",
              what, lines.stream().skip(Math.max(0, lines.size() - 8)).toList())
          .isLessThan(until);
      time.sleep(Duration.ofMillis(500));
    }
  }

  private CentralServer central() {
    return CentralServer.start(
        any(),
        folder.resolve("central.db"),
        List.of(new Account(STATION, STATION, Secret.ofHex(KEY))));
  }

  private static InetSocketAddress any() {
    return at(0);
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private Path configure(Path root, int port) throws Exception {
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

        [[sensor]]
        name = "air"
        hardware = "sim"
        chip = "bme280"
        at = "i2c-1/0x76"
        every-s = 20

        [[central]]
        name = "reserve"
        uri = "coaps://127.0.0.1:%d"
        identity = "%s"
        key-file = "key"
        answer-s = 20
        retry-s = 2

        [update]
        root = "%s"
        trial-s = 8
        health-s = 240
        recording-s = 240
        coap-blocks = 4
        """
            .formatted(STATION, port, STATION, root));
  }

  /** The longest time between two stretches in which the microphone took in sound. */
  private Duration longestHole() {
    try (var reader = JournalReader.open(folder.resolve("data"))) {
      var longest = Duration.ZERO;
      Instant until = null;
      for (var stretch : reader.ledger().stretches()) {
        if (stretch.sensor().equals("microphone") && recorded(stretch)) {
          if (until != null && Duration.between(until, stretch.from()).compareTo(longest) > 0) {
            longest = Duration.between(until, stretch.from());
          }
          until = stretch.to();
        }
      }
      return longest;
    }
  }

  private static boolean recorded(Stretch stretch) {
    return stretch.effort() == Effort.CLASSIFIED || stretch.effort() == Effort.GATED;
  }
}
