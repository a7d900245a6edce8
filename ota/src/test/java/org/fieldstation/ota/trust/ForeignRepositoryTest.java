package org.fieldstation.ota.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.fieldstation.ota.FolderRepository;
import org.junit.jupiter.api.Test;

/** A repository somebody else's tool made, in the folder -Dfieldstation.tuf=… names. */
class ForeignRepositoryTest {

  @Test
  void aRepositoryMadeByAnotherToolIsBelieved() throws IOException {
    var folder = Path.of(System.getProperty("fieldstation.tuf", "none"));
    assumeTrue(Files.isDirectory(folder), "no foreign repository (-Dfieldstation.tuf=…)");
    var store = new MemoryStore();
    var time = new TrustedTime(InstantSource.system(), store, Instant.EPOCH);
    var client = new TrustClient(store, time);
    client.install(Files.readAllBytes(folder.resolve("metadata/1.root.json")));
    var targets = client.refresh(new FolderRepository(folder));
    assertThat(targets.files()).isNotEmpty();
    for (var target : targets.files().values()) {
      assertThat(client.fetch(new FolderRepository(folder), target)).isNotNull();
    }
  }
}
