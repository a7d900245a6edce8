package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.models.Sha256;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station that films whoever crosses the made-up clearing. */
class ClipTest {
  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));

  @Test
  void anEventHasAClipFromBeforeItBeganWhichStaysRestrictedUntilSomebodySaysOtherwise()
      throws Exception {
    live("", Duration.ofSeconds(25));

    var events = records(Kind.EVENT);
    var clips =
        records(Kind.MEDIUM).stream().filter(it -> it.body().contains("x-msvideo")).toList();
    assertThat(events).isNotEmpty().allMatch(it -> it.body().endsWith(",1]"));
    assertThat(clips).hasSameSizeAs(events);
    for (int i = 0; i < clips.size(); i++) {
      assertThat(clips.get(i).utc()).isEqualTo(events.get(i).utc());
      assertThat(clips.get(i).body()).contains(",1,-2000,"); // restricted, two seconds before
    }
    var films = films("restricted");
    assertThat(films).hasSameSizeAs(clips);
    assertThat(clips.getFirst().body()).startsWith("[\"" + hash(films.getFirst()));
    assertThat(frames(films.getFirst())).isBetween(4 * 5, 4 * 5 + 1);
    assertThat(films("open")).isEmpty();
  }

  @Test
  void aStationThatIsStoppedKeepsTheClipThatItWasMaking() throws Exception {
    live("people = \"as-they-are\"", Duration.ofSeconds(11));

    assertThat(records(Kind.EVENT)).hasSize(1);
    assertThat(films("open")).hasSize(1);
    assertThat(records(Kind.FAULT)).anyMatch(it -> it.body().contains("clip-short"));
  }

  /** Frames of a film, as its main header counts them. */
  private static int frames(Path film) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(film)).order(ByteOrder.LITTLE_ENDIAN).getInt(48);
  }

  /** As a readable record writes bytes. */
  private static String hash(Path film) throws IOException {
    var bytes = HexFormat.of().parseHex(Sha256.of(Files.readAllBytes(film)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private List<Path> films(String part) throws IOException {
    try (var files = Files.list(folder.resolve("data/media").resolve(part))) {
      return files.filter(it -> it.toString().endsWith(".avi")).sorted().toList();
    }
  }

  private record Told(Instant utc, String body) {}

  private List<Told> records(Kind kind) {
    var records = new ArrayList<Told>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((_, item) -> {
        if (item instanceof Entry entry && entry.kind() == kind) {
          records.add(new Told(entry.stamp().utc(), Bodies.readable(entry.body())));
        }
      });
    }
    return records;
  }

  private void live(String more, Duration lifetime) throws Exception {
    var parts =
        new Parts(
            configuration(more),
            "test",
            time,
            new SplittableRandom(1),
            List.of(new SimulatedHardware()),
            _ -> Model.of(new LoudnessClassifier()),
            (_, _, _, _, _) -> {
              throw new AssertionError("no server is configured");
            },
            new Deaf());
    try (var _ = Station.start(parts)) {
      time.sleep(lifetime);
    }
  }

  private SettingsFile configuration(String more) throws IOException {
    return SettingsFile.read(
        Files.writeString(
            folder.resolve("station.toml"),
            """
            [station]
            name = "ailaoshan-007"
            data = "data"
            [camera]
            hardware = "sim"
            device = "world"
            width = 320
            height = 240
            frames-per-second = 1.0
            burst-frames = 3
            quiet-s = 5
            clip = { before-s = 2, after-s = 3, frames-per-second = 4.0 }
            """
                + more));
  }
}
