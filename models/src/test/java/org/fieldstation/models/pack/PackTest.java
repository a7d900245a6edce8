package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
  private final Packs packs = new Packs(Engines.engine());
  private final byte[] model = TinyModels.sumAndDifference();

  @TempDir private Path directory;

  @Test
  void aPackNamesWhatItsModelAnswers() throws IOException {
    good();
    var pack = packs.open(directory);
    assertThat(pack.card().labels()).extracting(Label::id).containsExactly("sum", "rest");
    assertThat(pack.card().labels().getLast().threshold()).isEmpty();
    try (var classifier = pack.classifier(1)) {
      var scores = classifier.classify(new float[] {0.5f, 0.5f});
      assertThat(scores[0]).isCloseTo((float) (1 / (1 + Math.exp(-1))), within(1e-6f));
      assertThat(scores[1]).isCloseTo(0.5f, within(1e-6f));
    }
  }

  @Test
  void aLabelMayCarryItsKeyAtGbifAndAKeyThatIsNoNumberIsRefused() throws IOException {
    var keyed =
        PackOnDisk.LABELS
            .replace("threshold\n", "threshold\tgbif\n")
            .replace("0.5\n", "0.5\t9705453\n")
            .replace("background\t\n", "background\t\t\n");
    pack().with(PackOnDisk.MANIFEST, model, keyed);
    assertThat(packs.open(directory).card().labels())
        .extracting(Label::gbif)
        .containsExactly(OptionalLong.of(9_705_453), OptionalLong.empty());
    pack().with(PackOnDisk.MANIFEST, model, keyed.replace("9705453", "Parus"));
    assertThatThrownBy(() -> packs.open(directory))
        .hasMessageContaining("line 2: \"Parus\" is no key of GBIF");
  }

  @Test
  void theManifestItselfOpensThePack() throws IOException {
    good();
    assertThat(packs.open(directory.resolve("pack.toml")).card().id()).isEqualTo("tiny");
  }

  @Test
  void gainMultipliesRawSamples() throws IOException {
    pack()
        .with(
            PackOnDisk.MANIFEST.replace("\"raw\"", "\"raw\"\ngain = 4"), model, PackOnDisk.LABELS);
    try (var classifier = packs.open(directory).classifier(1)) {
      assertThat(classifier.classify(new float[] {0.5f, 0})[0])
          .isCloseTo((float) (1 / (1 + Math.exp(-2))), within(1e-6f));
    }
  }

  @Test
  void aWindowThatIsNotANumberIsDamagedSound() throws IOException {
    good();
    try (var classifier = packs.open(directory).classifier(1)) {
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        assertThatThrownBy(() -> classifier.classify(new float[] {0, bad}))
            .hasMessageContaining("not a finite number")
            .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
            .returns(Code.FAILED, ModelException::code);
      }
    }
  }

  @Test
  void anAnswerThatIsNotANumberIsAFailure() throws IOException {
    pack().with(PackOnDisk.MANIFEST, TinyModels.divisionByZero(), PackOnDisk.LABELS);
    try (var classifier = packs.open(directory).classifier(1)) {
      assertThatThrownBy(() -> classifier.classify(new float[] {0, 1}))
          .hasMessageContaining("tiny: the model answered with something")
          .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
          .returns(Code.FAILED, ModelException::code);
    }
  }

  @Test
  void logitsThatCallThemselvesScoresAreFoundOut() throws IOException {
    pack().with(PackOnDisk.MANIFEST.replace("logits-", ""), model, PackOnDisk.LABELS);
    try (var classifier = packs.open(directory).classifier(1)) {
      assertThatThrownBy(() -> classifier.classify(new float[] {1, 1}))
          .hasMessageContaining("the score 2.0 is not from 0 to 1");
    }
  }

  @Test
  void aModelWithTwoOutputsMayOfferAnEmbedding() throws IOException {
    var two = TinyModels.twoOutputs();
    pack()
        .with(
            PackOnDisk.MANIFEST.replace("\"logits-sigmoid\"", "\"sigmoid\"\nembedding-output = 1"),
            two,
            PackOnDisk.LABELS);
    try (var classifier = packs.open(directory).classifier(1)) {
      assertThat(classifier.classify(new float[] {-0.5f, 0.25f})).containsExactly(0.5f, 0.25f);
      assertThat(classifier.embedding()).containsExactly(0.5f, -0.25f);
    }
    pack().with(PackOnDisk.MANIFEST, two, PackOnDisk.LABELS);
    refusedWhenUsed().hasMessageContaining("the model has 2 outputs and the manifest wants 1");
  }

  @Test
  void moreLabelsThanOutputsAreRefused() throws IOException {
    pack().with(PackOnDisk.MANIFEST, model, PackOnDisk.LABELS + "third\t\tThird\t\tspecies\t0.5\n");
    refusedWhenUsed()
        .hasMessageEndingWith(
            "tiny.tflite: the model's output is float32[1, 2], but there are 3 labels;"
                + " correct the manifest");
  }

  @Test
  void aWindowTheModelDoesNotTakeIsRefused() throws IOException {
    pack()
        .with(
            PackOnDisk.MANIFEST.replace("window-samples = 2", "window-samples = 3"),
            model,
            PackOnDisk.LABELS);
    refusedWhenUsed().hasMessageContaining("the model's input is float32[1, 2], but there are 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny.tflite", "labels.tsv"})
  void aFileThatChangedIsRefused(String name) throws IOException {
    good();
    var file = directory.resolve(name);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    refused(Code.WRONG_HASH).hasMessageContaining(name).hasMessageContaining("copy the pack again");
  }

  @Test
  void aModelReplacedAfterThePackWasOpenedIsRefusedWhenUsed() throws IOException {
    good();
    var pack = packs.open(directory);
    Files.write(directory.resolve("tiny.tflite"), TinyModels.divisionByZero());
    assertThatThrownBy(() -> pack.classifier(1))
        .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
        .returns(Code.WRONG_HASH, ModelException::code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny.tflite", "labels.tsv", "pack.toml"})
  void aFileThatIsMissingIsNamed(String name) throws IOException {
    good();
    Files.delete(directory.resolve(name));
    refused(Code.ABSENT).hasMessageContaining(name + ": no such file");
  }

  @Test
  void aDirectoryInTheModelsPlaceIsNoModel() throws IOException {
    good();
    Files.delete(directory.resolve("tiny.tflite"));
    Files.createDirectory(directory.resolve("tiny.tflite"));
    refused(Code.ABSENT);
  }

  @Test
  void anEnormousModelIsNotRead() throws IOException {
    good();
    try (var file = new RandomAccessFile(directory.resolve("tiny.tflite").toFile(), "rw")) {
      file.setLength(PackReader.LARGEST_MODEL + 1);
    }
    refused(Code.BAD_MANIFEST).hasMessageContaining("536870913 bytes");
  }

  @Test
  void anUnknownModelWithoutAManifestIsExplained() throws IOException {
    good();
    assertThatThrownBy(() -> packs.open(directory.resolve("tiny.tflite")))
        .hasMessageContaining("write a pack.toml beside it");
  }

  private PackOnDisk pack() {
    return new PackOnDisk(directory);
  }

  private void good() throws IOException {
    pack().with(PackOnDisk.MANIFEST, model, PackOnDisk.LABELS);
  }

  private AbstractThrowableAssert<?, ?> refused(Code code) {
    return assertThatThrownBy(() -> packs.open(directory))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(code));
  }

  private AbstractThrowableAssert<?, ?> refusedWhenUsed() {
    var pack = packs.open(directory);
    return assertThatThrownBy(() -> pack.classifier(1))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(Code.WRONG_SHAPE));
  }
}
