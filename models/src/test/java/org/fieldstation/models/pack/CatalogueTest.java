package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.tflite.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;

  @Test
  void aBareModelIsRecognisedByItsHash() {
    var pack = packs.open(Engines.shared("models/audio/acdnet20_20khz_fold4_int8.tflite"));
    assertThat(pack.card().labels()).hasSize(50);
    assertThat(pack.card().labels().get(41))
        .matches(label -> label.en().equals("Chainsaw") && label.group() == Group.THREAT);
  }

  @Test
  void itsLabelsAreFoundBesideItWhateverTheyAreCalled() throws IOException {
    copy("models/audio/birdnet_stm32n6_100.tflite", "birds.tflite");
    copy("models/audio/birdnet_stm32n6_100_labels.txt", "names.txt");
    Files.writeString(directory.resolve("other.txt"), "nothing to do with it");
    var labels = packs.open(directory.resolve("birds.tflite")).card().labels();
    assertThat(labels).hasSize(100);
    assertThat(labels.get(60))
        .matches(label -> label.scientificName().equals("Parus major"))
        .matches(label -> label.en().equals("Great Tit"));
  }

  @Test
  void aModelWithoutItsLabelsSaysWhichToBring() throws IOException {
    copy("models/audio/birdnet_stm32n6_100.tflite", "birds.tflite");
    assertThatThrownBy(() -> packs.open(directory.resolve("birds.tflite")))
        .hasMessageContaining("put birdnet_stm32n6_100_labels.txt there");
  }

  private void copy(String shared, String name) throws IOException {
    Files.copy(Engines.shared(shared), directory.resolve(name));
  }
}
