package org.fieldstation.station.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.picture.JpegOut;
import org.fieldstation.drivers.picture.Pixels;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.image.PictureDetector;
import org.fieldstation.models.image.Region;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.classify.Classifiers;
import org.fieldstation.station.classify.Shared;
import org.fieldstation.station.classify.Sights;
import org.fieldstation.station.classify.Wav;
import org.fieldstation.station.identify.FixedClassifier;
import org.fieldstation.station.look.Sight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What somebody at a desk sees of a memory card with pictures and recordings on it. */
class ClassifyPicturesTest {
  private static final ModelCard SOUND =
      FixedClassifier.card(1_000, 3_000, FixedClassifier.bird("tit", "Parus major", 0.3));
  private static final ModelCard SEES =
      new ModelCard(
          "finder",
          "1",
          "ab",
          "none",
          ModelCard.Input.NO_SOUND,
          List.of(new Label("animal", "", "Animal", "动物", Group.SPECIES, OptionalDouble.of(0.5))));

  @TempDir private Path card;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path pack = Path.of("");

  @BeforeEach
  void card() throws IOException {
    pack = Files.createDirectories(card.resolve("pack"));
    var dcim = Files.createDirectories(card.resolve("DCIM"));
    Files.write(dcim.resolve("1 light.jpg"), jpeg(0xe0e0e0));
    Files.write(dcim.resolve("2 dark.jpg"), jpeg(0x101010));
    Files.writeString(dcim.resolve("3 broken.jpg"), "no picture");
    Wav.write(dcim.resolve("4 song.wav"), 1_000, Wav.tone(1_000, 3_000));
  }

  @Test
  void soundAndPicturesAreClassifiedTogetherAndADamagedOneIsOneLine() {
    assertThat(run("--json", "--detector", pack.toString(), card.resolve("DCIM").toString()))
        .isEqualTo(4);
    assertThat(lines())
        .containsExactly(
            "{\"file\":\"1 light.jpg\",\"taken\":\"\",\"outcome\":\"animal\",\"count\":1,"
                + "\"label\":\"animal\",\"scientific_name\":\"\",\"score\":0.9000,\"left\":0.2500,"
                + "\"top\":0.2500,\"width\":0.5000,\"height\":0.5000,\"model\":\"finder@1#ab\"}",
            "{\"file\":\"2 dark.jpg\",\"taken\":\"\",\"outcome\":\"blank\",\"count\":0,"
                + "\"model\":\"finder@1#ab\"}",
            lines().get(2));
    assertThat(lines().get(2)).startsWith("{\"file\":\"4 song.wav\",\"start_s\":0.000");
    assertThat(err.toString().lines()).singleElement().asString().contains("3 broken.jpg: is no");
  }

  @Test
  void withoutAModelForThemPicturesAreLeftAlone() {
    assertThat(run("--csv", card.resolve("DCIM").toString())).isZero();
    assertThat(out.toString()).contains("4 song.wav").doesNotContain(".jpg");
  }

  @Test
  void camtrapHasARowForEveryPictureAndBlankIsOne() throws IOException {
    Files.delete(card.resolve("DCIM/4 song.wav"));
    Files.delete(card.resolve("DCIM/3 broken.jpg"));
    assertThat(
            run(
                "--camtrap",
                "--zone",
                "+08:00",
                "--detector",
                pack.toString(),
                card.resolve("DCIM").toString()))
        .isZero();
    assertThat(lines().getFirst()).startsWith("observationID,deploymentID,mediaID,eventID");
    assertThat(lines()).hasSize(3).allMatch(line -> line.split(",", -1).length == 28);
    assertThat(lines().get(1)).contains(",media,animal,").contains("0.2500,0.2500,0.5000,0.5000");
    assertThat(lines().get(2)).contains(",media,blank,");
    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("does not say when it was taken"));
  }

  @Test
  void whatDoesNotGoTogetherIsSaidInOneLine() {
    var dcim = card.resolve("DCIM").toString();
    assertThat(run("--camtrap", "--detector", pack.toString(), dcim)).isEqualTo(2);
    assertThat(err.toString()).contains("--camtrap and --zone belong together");
    assertThat(run("--raven", "--detector", pack.toString(), dcim)).isEqualTo(2);
    assertThat(err.toString()).contains("have no place for pictures");
    assertThat(run("--resume", dcim)).isEqualTo(2);
    assertThat(err.toString()).contains("--resume wants --output");
  }

  @Test
  void aFinishedOutputIsTheSameWithAndWithoutResume() throws IOException {
    var plain = card.resolve("plain.json");
    var resumed = card.resolve("resumed.json");
    var dcim = card.resolve("DCIM").toString();
    run("--json", "--detector", pack.toString(), "--output", plain.toString(), dcim);
    run("--json", "--detector", pack.toString(), "--output", resumed.toString(), "--resume", dcim);
    assertThat(resumed).hasSameTextualContentAs(plain);
    assertThat(card.resolve("resumed.json.done")).doesNotExist();
  }

  @Test
  void aRealPackNamesARealBird() {
    var model = Shared.path("models/image/mobilenet_v2_1.0_224_inat_bird_quant.tflite");
    var bird = Shared.path("data/images/coral/bird.bmp");
    var command =
        new ClassifyCommand(
            _ -> sound(),
            wanted -> Sights.of(wanted, StationParts.cache()),
            new VirtualTime(Instant.EPOCH));
    assertThat(execute(command, "--picture-model", model.toString(), bird.toString())).isZero();
    assertThat(out.toString()).contains("512 x 343, animal").contains("Poecile atricapillus");
  }

  private List<String> lines() {
    return out.toString().lines().map(line -> line.replace(card + "/DCIM/", "")).toList();
  }

  private int run(String... arguments) {
    return execute(
        new ClassifyCommand(
            _ -> sound(),
            wanted -> () -> wanted.any() ? sight() : Sight.none(),
            new VirtualTime(Instant.EPOCH)),
        arguments);
  }

  private int execute(ClassifyCommand command, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private static Classifiers sound() {
    return new Classifiers() {
      @Override
      public ModelCard card() {
        return SOUND;
      }

      @Override
      public Classifier open() {
        return new FixedClassifier(SOUND, 0.9f);
      }
    };
  }

  private static byte[] jpeg(int rgb) {
    var pixels = new int[64 * 48];
    Arrays.fill(pixels, rgb);
    return JpegOut.encode(new Pixels(64, 48, pixels), 0.9f);
  }

  /** Sees an animal in every picture that is light. */
  private static Sight sight() {
    return new Sight(
        Optional.of(
            new PictureDetector() {
              @Override
              public ModelCard card() {
                return SEES;
              }

              @Override
              public List<Box> detect(Picture picture) {
                float score = (picture.pixels()[0] & 0xff) > 128 ? 0.9f : 0.1f;
                var region = new Region(0.25, 0.25, 0.5, 0.5);
                return List.of(new Box(SEES.labels().getFirst(), score, region));
              }

              @Override
              public void close() {}
            }),
        Optional.empty());
  }
}
