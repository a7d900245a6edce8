package org.fieldstation.station.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InUseTest {
  @TempDir private Path folder;

  @Test
  void whatIsChosenIsThereForWhoeverLooksAndCanBeTakenBack() {
    var inUse = InUse.in(folder.resolve("packs"));
    assertThat(inUse.pack("model")).isEmpty();
    inUse.put("model", "birds-1.2");
    inUse.put("night", "bats-3");
    inUse.put("model", "birds-1.3");
    assertThat(InUse.in(folder.resolve("packs")).pack("model")).contains("birds-1.3");
    inUse.remove("model");
    assertThat(inUse.pack("model")).isEmpty();
    assertThat(inUse.pack("night")).contains("bats-3");
  }

  @Test
  void garbageInItChoosesNothing() throws IOException {
    var inUse = new InUse(Files.writeString(folder.resolve("in-use"), "model\n\t\nx\ty\tz\n"));
    assertThat(inUse.pack("model")).isEmpty();
    assertThat(inUse.pack("x")).isEmpty();
  }

  @Test
  void versionsAreComparedNumberByNumber() {
    var versions = List.of("1.0-rc", "1.0", "1.9", "1.10", "2");
    var sorted = versions.reversed().stream().sorted(Versions.ORDER).toList();
    assertThat(sorted).containsSubsequence("1.0", "1.9", "1.10", "2");
    assertThat(Versions.ORDER.compare("1.0.0", "1.0.0")).isZero();
  }
}
