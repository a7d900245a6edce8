package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.fieldstation.models.Sha256;
import org.fieldstation.station.journal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station that films whoever crosses the made-up clearing. */
class ClipTest {
  private final VirtualSite site;

  ClipTest(@TempDir Path folder) {
    site = new VirtualSite(folder, Instant.parse("2026-06-21T10:00:00Z"));
  }

  @Test
  void anEventHasAClipFromBeforeItBeganWhichStaysRestrictedUntilSomebodySaysOtherwise()
      throws Exception {
    live("", Duration.ofSeconds(25));

    var events = site.told(Kind.EVENT);
    var clips =
        site.told(Kind.MEDIUM).stream().filter(it -> it.body().contains("x-msvideo")).toList();
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

    assertThat(site.told(Kind.EVENT)).hasSize(1);
    assertThat(films("open")).hasSize(1);
    assertThat(site.told(Kind.FAULT)).anyMatch(it -> it.body().contains("clip-short"));
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
    try (var files = Files.list(site.folder().resolve("data/media").resolve(part))) {
      return files.filter(it -> it.toString().endsWith(".avi")).sorted().toList();
    }
  }

  private void live(String more, Duration lifetime) throws Exception {
    var film =
        """
        [camera]
        hardware = "sim"
        device = "world"
        width = 320
        height = 240
        frames-per-second = 1.0
        burst-frames = 3
        quiet-s = 5
        clip = { before-s = 2, after-s = 3, frames-per-second = 4.0 }
        """;
    try (var _ = site.start(film + more)) {
      site.time().sleep(lifetime);
    }
  }
}
