package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyDetector;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs whose models look at pictures. */
class ImagePackTest {
  private static final String MANIFEST =
      PackOnDisk.MANIFEST
          .replace("kind = \"sound\"", "kind = \"image\"")
          .replaceAll(
              "(?s)\\[input\\].*\\[output\\]",
              """
              [picture]
              width = 2
              height = 2
              colour = "rgb"
              resize = "bilinear-tf1"
              [output]\
              """);
  private static final String YOLO = "[boxes]\nlayout = \"yolo\"\nleast-score = 0.2\n";

  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;

  /** What the models' makers publish: google-coral/libcoral, coral/classification/*_test.cc. */
  @ParameterizedTest
  @CsvSource({
    "mobilenet_v2_1.0_224_inat_bird_quant, bird.bmp, Poecile atricapillus, 0.5",
    "mobilenet_v2_1.0_224_inat_bird_quant, parrot.jpg, Ara macao, 0.7",
    "mobilenet_v1_0.25_128_quant, cat.bmp, tiger cat, 0.25",
  })
  void coralsModelsSeeInCoralsPicturesWhatCoralPublishes(
      String model, String picture, String name, float least) throws IOException {
    var pack = packs.open(Engines.shared("models/image/" + model + ".tflite"));
    var shown = read(Engines.shared("data/images/coral/" + picture));
    try (var classifier = pack.pictureClassifier(1)) {
      var scores = classifier.classify(shown);
      int best = best(scores);
      var label = pack.card().labels().get(best);
      assertThat(label.id()).startsWith(name);
      assertThat(scores[best]).isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mobilenet_v2_1.0_224_inat_bird_quant",
        "mobilenet_v2_1.0_224_inat_insect_quant",
        "mobilenet_v1_0.25_128_quant"
      })
  void thePublicModelsGiveTheAnswersTheyGaveWhenTheirRecipesWereWritten(String model) {
    assertThat(packs.open(Engines.shared("models/image/" + model + ".tflite")).verify())
        .hasSizeGreaterThanOrEqualTo(6)
        .extracting(Check::result)
        .containsOnly(Check.Result.PASSED);
  }

  @Test
  void coralsListsNameSpeciesAndBackground() {
    var labels =
        packs
            .open(Engines.shared("models/image/mobilenet_v2_1.0_224_inat_bird_quant.tflite"))
            .card()
            .labels();
    assertThat(labels.get(659).scientificName()).isEqualTo("Poecile atricapillus");
    assertThat(labels.get(659).en()).isEqualTo("Black-capped Chickadee");
    assertThat(labels.getLast().group()).isEqualTo(Group.BACKGROUND);
    assertThat(labels.getLast().threshold()).isEmpty();
  }

  @Test
  void aDetectorSaysWhereSomethingIs() throws IOException {
    var answer = new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.9f, 1, 0};
    var pack = pack(MANIFEST + YOLO, TinyModels.fixed(answer));
    assertThat(pack.detects()).isTrue();
    try (var detector = pack.detector(1)) {
      assertThat(detector.detect(new Picture(1, 1, new int[1])))
          .singleElement()
          .satisfies(box -> {
            assertThat(box.label().id()).isEqualTo("sum");
            assertThat(box.region().left()).isEqualTo(0.25);
          });
    }
    assertThatThrownBy(() -> pack.pictureClassifier(1)).hasMessageContaining("a detector");
  }

  @Test
  void aModelWithFourOutputsIsReadAsOne() throws IOException {
    var pack =
        pack(
            MANIFEST + "[boxes]\nlayout = \"ssd\"\nleast-score = 0.2\n",
            TinyModels.fixed(
                new float[] {0, 0, 1, 1}, new float[] {1}, new float[] {0.75f}, new float[] {1}));
    try (var detector = pack.detector(1)) {
      assertThat(detector.detect(new Picture(1, 1, new int[1])))
          .singleElement()
          .satisfies(box -> assertThat(box.label().id()).isEqualTo("rest"));
    }
  }

  @Test
  void theOperatorThatEndsTensorFlowsDetectorsRunsInTheEngine() throws IOException {
    var ssd = MANIFEST + "[boxes]\nlayout = \"ssd\"\nleast-score = 0.2\n";
    var pack = pack(ssd, TinyDetector.seesTwo());
    assertThat(pack.verify()).extracting(Check::result).doesNotContain(Check.Result.FAILED);
    try (var detector = pack.detector(1)) {
      var boxes = detector.detect(new Picture(1, 1, new int[1]));
      assertThat(boxes).extracting(box -> box.label().id()).containsExactly("sum", "rest");
      assertThat(boxes).extracting(Box::score).containsExactly(0.9f, 0.6f);
      var first = boxes.getFirst().region();
      assertThat(first.left()).isCloseTo(0.3, within(1e-6));
      assertThat(first.top()).isCloseTo(0.4, within(1e-6));
    }
  }

  @Test
  void aModelWithSeveralOutputsIsNoClassifier() throws IOException {
    var pack = pack(MANIFEST, TinyModels.fixed(new float[] {0.5f, 0.5f}, new float[] {1}));
    assertThatThrownBy(() -> pack.pictureClassifier(1))
        .hasMessageContaining("the model has 2 outputs and the manifest wants 1");
  }

  @Test
  void aPackForTheWrongSenseIsRefusedInOneLine() throws IOException {
    var pictures = pack(MANIFEST, TinyModels.fixed(new float[] {0.5f, 0.5f}));
    assertThatThrownBy(() -> pictures.classifier(1))
        .hasMessage("tiny 1.0 is a pack for pictures, not sound");
    assertThatThrownBy(() -> packs.bundled().pictureClassifier(1))
        .hasMessageContaining("is a pack for sound, not pictures");
    assertThatThrownBy(() -> pictures.detector(1)).hasMessageContaining("no detector");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "width = 2 | width = 0 | width must be from 1 to 2048",
        "bilinear-tf1 | nearest | is not one of bilinear-tf1, bilinear-tf2",
        "kind = \"image\" | kind = \"sound\" | belongs to kind",
        "height = 2 | height = 2~deviation = [0.0] | deviation must be above 0",
        "height = 2 | height = 3 | the model's input is float32[1, 2, 2, 3], but there are 18",
        "[output] | [boxes]~layout = \"yolo\"~least-score = 0.0~[output] | least-score must be"
            + " above",
      })
  void aWrongManifestIsRefusedInOneLine(String right, String wrong, String why) {
    var manifest = MANIFEST.replace(right, wrong.replace('~', '\n'));
    assertThatThrownBy(() -> pack(manifest, fixed()).pictureClassifier(1))
        .hasMessageContaining(why);
  }

  @Test
  void aGoldenSoundIsNoGoldenPicture() {
    var golden =
        """
        [[golden]]
        formula = "tone"
        label = "sum"
        score = 0.5
        tolerance = 0.1
        """;
    assertThatThrownBy(() -> pack(MANIFEST + golden, fixed()))
        .hasMessageContaining("a golden picture is a drawing");
  }

  private static byte[] fixed() {
    return TinyModels.fixed(new float[] {0.5f, 0.5f});
  }

  private Pack pack(String manifest, byte[] model) throws IOException {
    var text = manifest.replace("logits-sigmoid", "sigmoid");
    new PackOnDisk(directory).with(text, model, PackOnDisk.LABELS);
    return packs.open(directory);
  }

  private static Picture read(Path file) throws IOException {
    var image = ImageIO.read(file.toFile());
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new Picture(image.getWidth(), image.getHeight(), pixels);
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
