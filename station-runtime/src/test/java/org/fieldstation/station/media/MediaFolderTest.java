package org.fieldstation.station.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.fieldstation.models.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFolderTest {
  private static final Instant DAWN = Instant.parse("2026-06-21T05:00:00.123Z");

  @TempDir private Path folder;

  @Test
  void aFileIsThereUnderItsTimeAndHash() throws IOException {
    var media = MediaFolder.open(folder, 1_000);
    var file = put(media, "deer", DAWN, false);
    assertThat(file.getParent()).isEqualTo(folder.resolve("open"));
    assertThat(file.getFileName().toString())
        .isEqualTo("20260621T050000.123Z-" + hash("deer").substring(0, 16) + ".jpg");
    assertThat(file).hasContent("deer");
    assertThat(media.held()).isEqualTo(4);
    assertThat(put(media, "deer", DAWN, false)).isEqualTo(file);
    assertThat(media.held()).isEqualTo(4);
  }

  @Test
  void whatIsRestrictedOnlyItsOwnerCanReach() throws IOException {
    put(MediaFolder.open(folder, 1_000), "somebody", DAWN, true);
    assertThat(Files.getPosixFilePermissions(folder.resolve("restricted")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatAPowerCutLeftHalfIsSweptAwayAndTheRestIsCounted() throws IOException {
    put(MediaFolder.open(folder, 1_000), "deer", DAWN, false);
    Files.writeString(folder.resolve("open/.new-half.jpg"), "hal");
    assertThat(MediaFolder.open(folder, 1_000).held()).isEqualTo(4);
    assertThat(folder.resolve("open/.new-half.jpg")).doesNotExist();
  }

  @Test
  void aStationThatIsBeingStoppedStillPutsItsLastPictureOnTheDisk() throws IOException {
    var media = MediaFolder.open(folder, 1_000);
    Thread.currentThread().interrupt();
    var file = put(media, "deer", DAWN, false);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("deer");
  }

  @Test
  void theOldestGoesFirstWhereverItIs() throws IOException {
    var media = MediaFolder.open(folder, 10);
    var oldest = put(media, "somebody", DAWN, true);
    var older = put(media, "deer", DAWN.plusSeconds(1), false);
    var newest = put(media, "boar", DAWN.plusSeconds(2), false);
    assertThat(media.makeRoom()).isEqualTo(1);
    assertThat(oldest).doesNotExist();
    assertThat(older).exists();
    assertThat(newest).exists();
    assertThat(media.held()).isEqualTo(8);
    assertThat(media.makeRoom()).isZero();
  }

  private static Path put(MediaFolder media, String bytes, Instant taken, boolean restricted)
      throws IOException {
    var content = bytes.getBytes(US_ASCII);
    return media.put(out -> out.write(content), taken, "jpg", restricted).file();
  }

  private static String hash(String bytes) {
    return Sha256.of(bytes.getBytes(US_ASCII));
  }
}
