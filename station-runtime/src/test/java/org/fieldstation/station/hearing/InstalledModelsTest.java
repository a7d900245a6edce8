package org.fieldstation.station.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.settings.ModelSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pack a station hears with, of those that are wanted and those that are there. */
class InstalledModelsTest {
  private static final String BUNDLED = "/org/fieldstation/models/bundled/";

  private final Packs packs = new Packs(new OneEngine(() -> new Engine(Path.of("target/tflite"))));

  @TempDir private Path directory;
  private Shelf shelf;
  private InstalledModels models;
  private InUse inUse;

  @BeforeEach
  void makeAShelf() {
    shelf = new Shelf(packs, directory.resolve("packs"));
    models = new InstalledModels(packs, shelf, directory::resolve);
    inUse = InUse.in(shelf.directory());
  }

  @Test
  void theBundledPackIsUsedUntilANewerOneOfItsNameIsInstalled() throws IOException {
    assertThat(version(ModelSettings.BUNDLED)).isEqualTo(bundled());
    shelf.install(pack("0.0.9"));
    assertThat(version(ModelSettings.BUNDLED)).as("an older one").isEqualTo(bundled());
    var before = models.choice(ModelSettings.BUNDLED);
    shelf.install(pack("99.9.0"));
    shelf.install(pack("99.10.0"));
    assertThat(models.choice(ModelSettings.BUNDLED)).isNotEqualTo(before);
    assertThat(version(ModelSettings.BUNDLED)).isEqualTo("99.10.0");
  }

  @Test
  void whatSomebodyPutInUseComesBeforeWhatTheConfigurationSays() throws IOException {
    shelf.install(pack("2.0.0"));
    shelf.install(pack("3.0.0"));
    var configured = wanted("reserve-sounds-2.0.0");
    assertThat(version(configured)).isEqualTo("2.0.0");
    inUse.put("model", "reserve-sounds-3.0.0");
    assertThat(version(configured)).isEqualTo("3.0.0");
    inUse.put("model", "bundled");
    assertThat(version(configured)).isEqualTo(bundled());
    inUse.remove("model");
    assertThat(version(configured)).isEqualTo("2.0.0");
    assertThat(version(wanted("reserve-sounds"))).as("by its id, the newest").isEqualTo("3.0.0");
  }

  @Test
  void aPackThatIsDamagedGivesWayAndTheReasonIsKept() throws IOException {
    var item = shelf.install(pack("2.0.0"));
    Files.writeString(item.path().resolve("labels.tsv"), "rust");
    try (var model = models.open(wanted("reserve-sounds-2.0.0"))) {
      assertThat(model.card().version()).isEqualTo(bundled());
      assertThat(model.refused())
          .singleElement()
          .asString()
          .contains("reserve-sounds-2.0.0")
          .contains("copy the pack again");
      assertThat(model.choice()).isNotEqualTo(models.choice(wanted("reserve-sounds-2.0.0")));
    }
  }

  @Test
  void aPackPutInThePlaceOfAnotherIsAnotherChoice() throws IOException {
    var path = pack("2.0.0");
    var settings = wanted(directory.relativize(path).toString());
    var before = models.choice(settings);
    Files.setLastModifiedTime(path.resolve("pack.toml"), FileTime.fromMillis(1));
    assertThat(models.choice(settings)).isNotEqualTo(before);
    assertThat(models.choice(wanted("nowhere"))).isEqualTo("nowhere");
  }

  @Test
  void anUpdateBringsAPackAndWantsItInUseAndOneThatIsNoGoodChangesNothing() throws IOException {
    var swap = ModelSwap.onto(shelf);
    assertThat(swap.bring("model", pack("2.0.0"))).isEqualTo("reserve-sounds-2.0.0");
    assertThat(inUse.pack("model")).contains("reserve-sounds-2.0.0");
    var bad = pack("3.0.0");
    var manifest = Files.readString(bad.resolve("pack.toml"));
    Files.writeString(
        bad.resolve("pack.toml"), manifest.replaceAll("score = [0-9.]+", "score = 0.0"));
    assertThatThrownBy(() -> swap.bring("model", bad))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("refused: golden");
    assertThat(inUse.pack("model")).contains("reserve-sounds-2.0.0");
  }

  private String version(ModelSettings settings) {
    try (var model = models.open(settings)) {
      assertThat(SelfTest.of(model.classifier(), model.answers()).failures()).isEmpty();
      assertThat(model.refused()).isEmpty();
      return model.card().version();
    }
  }

  private String bundled() {
    return packs.bundled().manifest().version();
  }

  private static ModelSettings wanted(String pack) {
    return new ModelSettings(
        Optional.empty(),
        Optional.of(Path.of(pack)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The bundled pack under another version, in a folder. */
  private Path pack(String version) throws IOException {
    var folder = Files.createDirectories(directory.resolve("brought-" + version));
    var manifest = packs.bundled().manifest();
    for (var name : List.of(manifest.model().file(), manifest.labels().file())) {
      Files.write(folder.resolve(name), resource(name));
    }
    var toml = new String(resource("pack.toml"), StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("pack.toml"),
        toml.replace("version = \"" + manifest.version() + "\"", "version = \"" + version + "\""));
    return folder;
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = Packs.class.getResourceAsStream(BUNDLED + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
