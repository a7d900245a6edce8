package org.fieldstation.drivers.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.picture.Photos;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCameraTest {
  private static final Instant START = Instant.parse("2026-06-21T00:00:00Z");
  private final VirtualTime time = new VirtualTime(START);

  @TempDir private Path folder;

  @Test
  void picturesAreSeenInOrderOfNameAtTheirPaceOverAndOverAndDamagedOnesAreCounted()
      throws Exception {
    put("b.jpg", Photos.jpeg(20, 10));
    put("a.jpg", Photos.jpeg(10, 10));
    put("c.jpg", new byte[] {1, 2, 3});
    put("notes.txt", new byte[0]);
    put("._a.jpg", new byte[0]);
    try (var camera = FolderCamera.open(folder, Duration.ofSeconds(5), time)) {
      assertThat(camera.next().orElseThrow().bytes()).isEqualTo(Photos.jpeg(10, 10));
      assertThat(camera.next().orElseThrow().taken().uptime()).isEqualTo(Duration.ofSeconds(5));
      var again = camera.next().orElseThrow();
      assertThat(again.bytes()).isEqualTo(Photos.jpeg(10, 10));
      assertThat(again.number()).isEqualTo(3);
      assertThat(camera.counts().damaged()).isEqualTo(1);
    }
  }

  @Test
  void aFolderWithoutAPictureIsNoCamera() throws IOException {
    assertThatThrownBy(() -> FolderCamera.open(folder, Duration.ofSeconds(1), time))
        .hasMessageContaining("holds no .jpg");
    put("c.jpg", new byte[] {1, 2, 3});
    try (var camera = FolderCamera.open(folder, Duration.ofSeconds(1), time)) {
      assertThatThrownBy(camera::next).hasMessageContaining("no picture that can be used");
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
