package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody may bring to a mast on a stick, all with the right hashes, and none of it good. */
class RefusedPacksTest {
  private static final byte[] SOUND = TinyModels.sumAndDifference();
  private static final String LABELS = PackOnDisk.LABELS;

  @TempDir private Path directory;

  static Stream<Arguments> bad() {
    var noise = new byte[5000];
    new Random(3).nextBytes(noise);
    return Stream.of(
        Arguments.of("nothing", new byte[0], LABELS, "not a TensorFlow Lite model"),
        Arguments.of("noise", noise, LABELS, "not a TensorFlow Lite model"),
        Arguments.of("cut short", Arrays.copyOf(SOUND, SOUND.length / 2), LABELS, "damaged"),
        Arguments.of("unknown", TinyModels.unknownCustomOperator(), LABELS, "CrystalBall"),
        Arguments.of("of the future", TinyModels.operatorOfTheFuture(), LABELS, "9999"),
        Arguments.of("a label too many", SOUND, LABELS + "x\t\tX\t\tspecies\t0.5\n", "3 labels"),
        Arguments.of(
            "a label too few",
            SOUND,
            LABELS.replaceFirst("rest.*\n", ""),
            "but there are 1 labels"),
        Arguments.of("a label twice", SOUND, LABELS.replace("rest", "sum"), "is there twice"),
        Arguments.of(
            "a wider window", TinyModels.layers(1, 3, 1), LABELS, "input is float32[1, 3]"),
        Arguments.of("not a number", TinyModels.divisionByZero(), LABELS, "not a finite number"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void itIsRefusedInOneLineAndNothingOfItStays(
      String what, byte[] model, String labels, String reason) throws IOException {
    var brought = Files.createDirectory(directory.resolve("stick"));
    new PackOnDisk(brought).with(PackOnDisk.MANIFEST, model, labels);
    var packs = directory.resolve("packs");
    var shelf = new Shelf(new Packs(Engines.engine()), packs);
    assertThatThrownBy(() -> shelf.install(brought))
        .as(what)
        .isInstanceOf(ModelException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1))
        .hasMessageContaining(reason);
    assertThat(shelf.list()).isEmpty();
    try (var left = Files.list(packs)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aModelWhoseShapesAreKnownOnlyWhenItRunsIsTakenAndRunsOften() throws IOException {
    var brought = Files.createDirectory(directory.resolve("stick"));
    new PackOnDisk(brought).with(PackOnDisk.MANIFEST, TinyModels.dynamic(2), LABELS);
    var packs = new Packs(Engines.engine());
    var item = new Shelf(packs, directory.resolve("packs")).install(brought);
    try (var classifier = packs.open(item.path()).classifier(1)) {
      for (int i = 0; i < 1000; i++) {
        assertThat(classifier.classify(new float[] {i % 7 * 0.1f, 0})).hasSize(2);
      }
    }
  }

  @Test
  void aModelThatIsCutShortInPlaceAfterItWasLoadedGoesOnAndIsRefusedTheNextTime()
      throws IOException {
    var brought = Files.createDirectory(directory.resolve("stick"));
    new PackOnDisk(brought).with(PackOnDisk.MANIFEST, SOUND, LABELS);
    var packs = new Packs(Engines.engine());
    var pack = packs.open(brought);
    try (var classifier = pack.classifier(1)) {
      Files.write(brought.resolve("tiny.tflite"), Arrays.copyOf(SOUND, 10));
      assertThat(classifier.classify(new float[] {0.1f, 0.1f})).hasSize(2);
    }
    assertThatThrownBy(() -> pack.classifier(1))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(Code.WRONG_HASH));
  }
}
