package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged model never reaches the engine, which would not survive every one. */
class DamagedPackTest {
  private static final int LENGTHS = 20;
  private static final int FLIPS = 300;

  private final byte[] model = TinyModels.layers(3, 2, 1);

  @TempDir private Path directory;
  private Pack pack;

  @BeforeEach
  void openTheSoundPack() throws IOException {
    new PackOnDisk(directory).with(PackOnDisk.MANIFEST, model, PackOnDisk.LABELS);
    pack = new Packs(Engines.engine()).open(directory);
  }

  @Test
  void aModelCutShortAnywhereIsRefused() throws IOException {
    for (int i = 0; i < LENGTHS; i++) {
      refused(Arrays.copyOf(model, model.length * i / LENGTHS));
    }
  }

  @Test
  void aModelWithOneWrongBitAnywhereIsRefused() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < FLIPS; i++) {
      var flipped = model.clone();
      flipped[random.nextInt(model.length)] ^= (byte) (1 << random.nextInt(8));
      refused(flipped);
    }
  }

  @Test
  void aModelCutShortWhileItRunsGoesOn() throws IOException {
    try (var classifier = pack.classifier(1)) {
      var before = classifier.classify(new float[] {0.5f, 0.25f});
      Files.write(directory.resolve("tiny.tflite"), new byte[0]);
      assertThat(classifier.classify(new float[] {0.5f, 0.25f})).isEqualTo(before);
    }
  }

  private void refused(byte[] damaged) throws IOException {
    Files.write(directory.resolve("tiny.tflite"), damaged);
    assertThatThrownBy(() -> pack.classifier(1))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(Code.WRONG_HASH));
  }
}
