package org.fieldstation.station.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.station.identify.FixedClassifier.background;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.classify.Classifiers;
import org.fieldstation.station.classify.Shared;
import org.fieldstation.station.classify.Wav;
import org.fieldstation.station.identify.FixedClassifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What somebody at a desk sees of a directory of recordings, some of them damaged. */
class ClassifyCommandTest {
  private static final int RATE = 1000;
  private static final ModelCard CARD =
      FixedClassifier.card(
          RATE, 3000, background(), bird("tit", "Parus major", 0.3), bird("crow", "Corvus", 0.7));

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void record() throws IOException {
    Wav.write(directory.resolve("b 鸟 long.wav"), 48_000, Wav.tone(48_000, 9 * 48_000));
    Wav.write(directory.resolve("a short.wav"), RATE, Wav.tone(RATE, 1000));
  }

  @Test
  void directoriesAreSearchedAndOrderIsKept() {
    assertThat(run("--csv", "--threads", "3", directory.toString())).isZero();
    assertThat(out.toString().lines().map(line -> line.replace(directory + "/", "")))
        .containsExactly(
            "Start (s),End (s),Scientific name,Common name,Confidence,File",
            "0.000,1.000,Parus major,tit,0.4000,a short.wav",
            "0.000,3.000,Parus major,tit,0.4000,b 鸟 long.wav",
            "3.000,6.000,Parus major,tit,0.4000,b 鸟 long.wav",
            "6.000,9.000,Parus major,tit,0.4000,b 鸟 long.wav");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aDamagedRecordingGivesOneLineAndTheOthersGoOn() throws IOException {
    Files.writeString(directory.resolve("a1.wav"), "no sound at all");
    assertThat(run("--csv", directory.toString())).isEqualTo(4);
    assertThat(err.toString().lines()).singleElement().asString().contains("a1.wav");
    assertThat(out.toString().lines()).hasSize(5);
  }

  @Test
  void aRecordingCutShortIsClassifiedAsFarAsItGoes() throws IOException {
    var whole = Files.readAllBytes(directory.resolve("b 鸟 long.wav"));
    Files.write(directory.resolve("cut.wav"), Arrays.copyOf(whole, whole.length / 3));
    assertThat(run("--csv", directory.resolve("cut.wav").toString())).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains("cut.wav").contains("cut short").contains("3.0 s");
  }

  @Test
  void silenceIsSaidAndNeverASpecies() throws IOException {
    var silent = Wav.write(directory.resolve("silent.wav"), RATE, new float[6000]);
    assertThat(run("--min-score", "0", "--csv", silent.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("of 2 windows not judged: 2 silent");
  }

  @Test
  void aRecordingMayBeToldAsAWhole() {
    assertThat(run("--csv", "--per-file", directory.toString())).isZero();
    assertThat(out.toString().lines().map(line -> line.replace(directory + "/", "")))
        .containsExactly(
            "Start (s),End (s),Scientific name,Common name,Confidence,File",
            "0.000,1.000,,background,0.9000,a short.wav",
            "0.000,9.000,,background,0.9000,b 鸟 long.wav");
  }

  @Test
  void windowsMayOverlapAndTheirBestLabelsBeSeen() {
    var file = directory.resolve("b 鸟 long.wav").toString();
    assertThat(run("--json", "--top", "2", "--overlap", "2", file)).isZero();
    assertThat(out.toString().lines()).hasSize(2 * 7);
    assertThat(out.toString().lines().skip(2).findFirst().orElseThrow())
        .contains("\"start_s\":1.000,\"end_s\":4.000,\"label\":\"background\"");
  }

  @Test
  void theOutputMayBeAFile() throws IOException {
    var file = directory.resolve("found.csv");
    assertThat(run("--csv", "--output", file.toString(), directory.toString())).isZero();
    assertThat(file).content().contains("鸟").hasLineCount(5);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsNotThereIsAUsageError() {
    assertThat(run(directory.resolve("nowhere.wav").toString())).isEqualTo(2);
    assertThat(run("--model", directory.resolve("none").toString(), directory.toString()))
        .isEqualTo(2);
    assertThat(run("--hop", "0", directory.toString())).isEqualTo(2);
    assertThat(run("--json", "--csv", directory.toString())).isEqualTo(2);
    assertThat(run("--min-score", "2", directory.toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void aDirectoryWithoutRecordingsIsRefused() throws IOException {
    var empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(run(empty.toString())).isEqualTo(4);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void edgeCasesFromTheFieldEachGiveOneLine() {
    var header = Shared.path("data/audio/opensoundscape/empty_2c.wav").toString();
    var tiny = Shared.path("data/audio/opensoundscape/stereo.wav").toString();
    assertThat(run("--csv", header, tiny)).isEqualTo(4);
    assertThat(err.toString().lines()).singleElement().asString().contains("empty_2c.wav");
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void aModelThatCannotRunIsRefusedInOneLine() {
    var model = Shared.path("models/invalid/model_invoking_error.tflite").toString();
    var command =
        new ClassifyCommand(
            Classifiers.installed(directory.resolve("cache")), new VirtualTime(Instant.EPOCH));
    assertThat(execute(command, "--model", model, directory.toString())).isEqualTo(4);
    assertThat(err.toString().lines()).hasSize(1);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var fixed =
        new Classifiers() {
          @Override
          public ModelCard card() {
            return CARD;
          }

          @Override
          public Classifier open() {
            return new FixedClassifier(CARD, 0.9f, 0.4f, 0.1f);
          }
        };
    return execute(new ClassifyCommand(_ -> fixed, new VirtualTime(Instant.EPOCH)), arguments);
  }

  private int execute(ClassifyCommand command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
