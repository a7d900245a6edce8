package org.fieldstation.station.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        ModelsCommand.commandLine(() -> {
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
  void aDiskThatCannotBeWrittenIsTheMachinesFaultAndNotThePacks() throws IOException {
    Files.writeString(directory.resolve("packs"), "a file where a folder should be");
    var model = Shared.path("models/audio/acdnet20_20khz_fold4_int8.tflite").toString();
    assertThat(run("install", model)).isEqualTo(3);
    assertOneLine("check space and permissions");
  }

  @Test
  void wrongWordsAreUsageErrors() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("install", directory.resolve("nothing").toString())).isEqualTo(2);
    assertThat(run("remove", "reserve-sounds")).isEqualTo(2);
    assertThat(run("verify", "nothing")).isEqualTo(2);
    assertThat(run("install", "https://example.org/pack.zip")).isEqualTo(2);
    assertOneLine("only recipes come from the network");
  }

  @Test
  void aPublicModelIsNotBroughtBeforeItsLicenceIsAccepted() {
    assertThat(run("install", "birdnet-v2.4")).isEqualTo(1);
    assertThat(err.toString()).contains("CC-BY-NC-SA-4.0").contains("--accept-licence");
    assertThat(run("list", "--json")).isZero();
    assertThat(out.toString().lines())
        .filteredOn(line -> line.contains("\"state\":\"download\""))
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.contains("\"licence\":\"") && line.contains("\"bytes\":"));
  }

  @Test
  void anInstalledPackIsPutInUseAndTheConfigurationMayHaveTheSayAgain() throws IOException {
    var model = Shared.path("models/audio/acdnet20_20khz_fold4_int8.tflite").toString();
    assertThat(run("install", model)).isZero();
    assertThat(run("use", "acdnet20-esc50")).isZero();
    var inUse = directory.resolve("packs/in-use");
    assertThat(inUse).hasContent("model\tacdnet20-esc50");
    assertThat(run("use", "nothing")).isEqualTo(2);
    assertThat(run("use", "configured")).isZero();
    assertThat(inUse).isEmptyFile();
    Files.writeString(
        directory.resolve("packs/acdnet20-esc50-fold4-int8/acdnet20-esc50-labels.tsv"), "rust");
    assertThat(run("use", "acdnet20-esc50")).isEqualTo(4);
    assertOneLine("not used: acdnet20-esc50: labels");
  }

  @Test
  void aBenchSaysWhatAWindowCostsAndWhatOfItIsNotTheModel() {
    assertThat(run("bench", "--seconds", "0.1", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"window_ms\":")
        .contains("\"inference_ms\":")
        .contains("\"overhead\":")
        .contains("\"resident_mb\":");
    assertThat(run("bench", "nothing")).isEqualTo(2);
  }

  @Test
  void aStickWithOnePackNeedsNoName() throws IOException {
    var stick = Files.createDirectory(directory.resolve("stick"));
    assertThat(run("install", stick.toString())).isEqualTo(2);
    assertOneLine("there is no pack in it");
    Files.writeString(stick.resolve("a.zip"), "");
    Files.writeString(stick.resolve("b.zip"), "");
    assertThat(run("install", stick.toString())).isEqualTo(2);
    assertOneLine("there are several; say which");
  }

  @Test
  void aSettingWithoutEffectIsFound() throws IOException {
    assertThat(run("lint")).isZero();
    assertThat(out.toString()).contains("note       watch list protected-2021: no model here");
    assertThat(run("lint", "--exclude", "nightingale", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("no model here gives: nightingale");
    var config =
        Files.writeString(
            directory.resolve("station.toml"),
            """
            [station]
            name = "test"
            data = "data"
            [model]
            minimum-score = 0.999
            """);
    assertThat(run("lint", "--config", config.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("a score never reaches the threshold of chainsaw");
    assertThat(run("lint", "--species", directory.resolve("none.tsv").toString())).isEqualTo(2);
  }

  private void assertOneLine(String part) {
    assertThat(err.toString().lines()).singleElement().asString().contains(part);
  }

  private int run(String... arguments) {
    var engine = Path.of("target", "tflite");
    return execute(ModelsCommand.commandLine(() -> new Engine(engine)), arguments);
  }

  private int execute(CommandLine command, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    if (!all.isEmpty() && !all.getFirst().equals("lint")) {
      all.addAll(List.of("--packs", directory.resolve("packs").toString()));
    }
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(Complaints::usage)
        .setExecutionExceptionHandler(Complaints::failure)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(all.toArray(String[]::new));
  }
}
