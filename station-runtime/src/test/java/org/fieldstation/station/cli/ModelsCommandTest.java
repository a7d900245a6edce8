package org.fieldstation.station.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.classify.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a technician sees who brings a model on a stick. */
class ModelsCommandTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theListSaysWhatThereIsAndUnderWhichLicence() {
    assertThat(run("list")).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("bundled") && line.contains("[Apache-2.0]"))
        .anyMatch(line -> line.startsWith("recipe") && line.contains("no military use"))
        .noneMatch(line -> line.startsWith("installed"));
  }

  @Test
  void aMachineThatCannotRunModelsCanStillSayWhatItHas() {
    var command =
        new ModelsCommand(() -> {
          throw new ModelException(ModelException.Code.NO_ENGINE, "no engine here");
        });
    assertThat(execute(command, "list")).isZero();
    assertThat(execute(command, "show")).isZero();
    assertThat(execute(command, "verify")).isEqualTo(1);
    assertThat(out.toString()).contains("no engine here");
  }

  @Test
  void aCardShowsInputLabelsAndThresholds() {
    assertThat(run("show")).isZero();
    assertThat(out.toString())
        .contains("16000 Hz, 3.00 s windows every 1.50 s, front end log-mel")
        .contains("chainsaw")
        .containsPattern("background +never");
    assertThat(run("show", "--json")).isZero();
    assertThat(out.toString().lines().skip(1))
        .hasSize(10)
        .first()
        .asString()
        .contains("\"label\":\"chainsaw\"")
        .contains("\"zh\":\"油锯\"");
  }

  @Test
  void verifyRunsTheKnownSoundsOfAllPacks() {
    assertThat(run("verify", "--all", "--json")).isZero();
    assertThat(out.toString().lines())
        .hasSizeGreaterThan(8)
        .allMatch(line -> line.contains("\"result\":\"passed\""));
  }

  @Test
  void aPublicModelIsInstalledShownVerifiedUsedAndRemoved() {
    var model = Shared.path("models/audio/acdnet20_20khz_fold4_int8.tflite").toString();
    assertThat(run("install", model)).isZero();
    assertThat(out.toString()).contains("licence:  MIT").contains("[model] pack = \"" + directory);
    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("installed +acdnet20-esc50-fold4-int8");
    assertThat(run("show", "acdnet20-esc50")).isZero();
    assertThat(run("verify", "--all")).isZero();
    assertThat(out.toString()).contains("passed     acdnet20-esc50-fold4-int8: golden barks: dog");
    assertThat(run("remove", "acdnet20-esc50")).isZero();
    assertThat(run("show", "acdnet20-esc50")).isEqualTo(2);
  }

  @Test
  void aPackThatRottedOnTheDiskIsFoundOut() throws IOException {
    var model = Shared.path("models/audio/acdnet20_20khz_fold4_int8.tflite").toString();
    assertThat(run("install", model)).isZero();
    var labels = directory.resolve("packs/acdnet20-esc50-fold4-int8/acdnet20-esc50-labels.tsv");
    Files.writeString(labels, "rust");
    assertThat(run("verify", "acdnet20-esc50")).isEqualTo(1);
    assertThat(out.toString()).contains("failed").contains("copy the pack again");
  }

  @Test
  void whatIsNoPackIsRefusedInOneLine() throws IOException {
    var zip = Files.writeString(directory.resolve("broken.zip"), "not a zip").toString();
    assertThat(run("install", zip)).isEqualTo(4);
    assertOneLine("broken.zip");
    var bad = Shared.path("models/invalid/model_invoking_error.tflite").toString();
    assertThat(run("install", bad)).isEqualTo(4);
    assertOneLine("is in the catalogue; write a pack.toml");
    assertThat(directory.resolve("packs")).doesNotExist();
  }

  @Test
  void wrongWordsAreUsageErrors() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("install", directory.resolve("nothing").toString())).isEqualTo(2);
    assertThat(run("remove", "reserve-sounds")).isEqualTo(2);
    assertThat(run("verify", "nothing")).isEqualTo(2);
    assertThat(run("install", "https://example.org/pack.zip")).isEqualTo(2);
    assertOneLine("from the network is not in this release");
  }

  private void assertOneLine(String part) {
    assertThat(err.toString().lines()).singleElement().asString().contains(part);
  }

  private int run(String... arguments) {
    var engine = Path.of("target", "tflite");
    return execute(new ModelsCommand(() -> new Engine(engine)), arguments);
  }

  private int execute(ModelsCommand command, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new String[arguments.length + (arguments.length > 0 ? 2 : 0)];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    if (arguments.length > 0) {
      all[all.length - 2] = "--packs";
      all[all.length - 1] = directory.resolve("packs").toString();
    }
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(Complaints::usage)
        .setExecutionExceptionHandler(Complaints::failure)
        .execute(all);
  }
}
