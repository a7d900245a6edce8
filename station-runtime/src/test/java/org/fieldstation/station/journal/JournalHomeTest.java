package org.fieldstation.station.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalHomeTest {
  @TempDir Path folder;

  @Test
  void aFolderIsHeldByOneAtATime() {
    try (var held = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.code()).isEqualTo(JournalException.Code.HELD));
      assertThat(held.damage()).isEmpty();
    }
    open().close();
  }

  @Test
  void aDamagedJournalIsSetAsideWholeAndTheStationBeginsAnew() throws IOException {
    String before;
    try (var home = open()) {
      before = home.journal().epoch();
    }
    var damaged = Files.readAllBytes(JournalHome.file(folder));
    new Random(1).nextBytes(damaged);
    Files.write(JournalHome.file(folder), damaged);

    try (var home = open()) {
      assertThat(home.damage()).isPresent();
      assertThat(home.journal().epoch()).isNotEqualTo(before);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.filter(file -> file.toString().contains(".damaged-")))
            .singleElement()
            .satisfies(aside -> assertThat(Files.readAllBytes(aside)).isEqualTo(damaged));
      }
    }
  }

  private JournalHome open() {
    var now = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z")).now();
    return JournalHome.open(folder, now, new Random(), _ -> new byte[0]);
  }
}
