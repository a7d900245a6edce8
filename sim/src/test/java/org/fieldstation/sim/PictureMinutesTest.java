package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.models.Sha256;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station that only sees, before the made-up clearing, for some minutes of virtual time. */
class PictureMinutesTest {
  private static final Duration LIFETIME = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void whoeverWalksThroughIsAnEventWhosePicturesAreOnTheDiskAndEverySecondIsAccountedFor()
      throws Exception {
    var central = live("one", 5, LIFETIME);

    try (var journal = JournalReader.open(folder.resolve("one"))) {
      var events = new HashSet<String>();
      var media = new HashSet<String>();
      journal.items((_, item) -> {
        if (item instanceof Entry entry && entry.kind() == Kind.EVENT) {
          events.add(entry.stamp().utc() + Bodies.readable(entry.body()));
        }
        if (item instanceof Entry entry && entry.kind() == Kind.MEDIUM) {
          media.add(hash(entry.body()));
        }
      });
      // Two walk through in a minute; the first is missed while the camera learns its view.
      assertThat(events).hasSizeBetween(6, 9).allMatch(e -> e.contains("\"unclassified\""));
      assertThat(media).isEqualTo(onDisk("one"));
      assertThat(media.size()).isGreaterThan(2 * events.size());
      assertThat(folder.resolve("one/media/restricted")).isNotEmptyDirectory();

      var camera = journal.ledger().totals().getOrDefault("camera", Map.of());
      var total = camera.values().stream().reduce(Duration.ZERO, Duration::plus);
      assertThat(total).isBetween(LIFETIME.minusSeconds(2), LIFETIME);
    }
    assertThat(central.stored(Lane.MEDIA)).isPositive();
  }

  @Test
  void oneSeedIsOneHistoryToTheByte() throws Exception {
    live("first", 7, Duration.ofMinutes(1));
    live("again", 7, Duration.ofMinutes(1));
    assertThat(Files.readAllBytes(folder.resolve("first/journal.db")))
        .isEqualTo(Files.readAllBytes(folder.resolve("again/journal.db")));
  }

  private MemoryCentral live(String name, long seed, Duration lifetime) throws Exception {
    var time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
    var central = new MemoryCentral("reserve", new SplittableRandom(seed), time);
    var parts =
        new Parts(
            configuration(name, seed),
            "test",
            time,
            new SplittableRandom(seed),
            List.of(new SimulatedHardware()),
            _ -> Model.of(new LoudnessClassifier()),
            (server, outbox, journal, links, remote) -> central,
            new Deaf());
    try (var _ = Station.start(parts)) {
      time.sleep(lifetime);
    }
    return central;
  }

  private SettingsFile configuration(String name, long seed) throws IOException {
    var file = folder.resolve("station.toml");
    Files.writeString(
        file,
        """
        [station]
        name = "ailaoshan-007"
        data = "%s"
        [camera]
        hardware = "sim"
        device = "world:%d"
        width = 320
        height = 240
        frames-per-second = 1.0
        burst-frames = 3
        [[central]]
        name = "reserve"
        uri = "coaps://central"
        identity = "id"
        key-file = "key"
        """
            .formatted(name, seed));
    var read = SettingsFile.read(file);
    return new SettingsFile(file, read.settings(), "0011223344556677");
  }

  private Set<String> onDisk(String name) throws IOException {
    var hashes = new HashSet<String>();
    try (var files = Files.walk(folder.resolve(name).resolve("media"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        hashes.add(Sha256.of(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  /** The first element: a byte string of 32 after the list's head, 0x58 0x20. */
  private static String hash(byte[] body) {
    return HexFormat.of().formatHex(body, 3, 35);
  }
}
