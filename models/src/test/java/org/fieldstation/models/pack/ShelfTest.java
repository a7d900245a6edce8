package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.pack.Check.Result;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station a day's walk away must never end up with half a pack. */
class ShelfTest {
  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;
  private Path source;
  private Shelf shelf;

  @BeforeEach
  void bringAPack() throws IOException {
    source = Files.createDirectory(directory.resolve("stick"));
    new PackOnDisk(source)
        .with(PackOnDisk.MANIFEST, TinyModels.sumAndDifference(), PackOnDisk.LABELS);
    Files.writeString(source.resolve("LICENSE"), "as you like");
    Files.writeString(source.resolve("diary.txt"), "not part of it");
    shelf = new Shelf(packs, directory.resolve("packs"));
  }

  @Test
  void anEmptyStationHasNoPacks() {
    assertThat(shelf.list()).isEmpty();
    assertThat(shelf.find("tiny")).isEmpty();
  }

  @Test
  void aPackIsInstalledWithItsLicenceAndNothingElse() throws IOException {
    var item = shelf.install(source);
    assertThat(item.name()).isEqualTo("tiny-1.0");
    try (var files = Files.list(item.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("pack.toml", "tiny.tflite", "labels.tsv", "LICENSE");
    }
    assertThat(packs.open(item.path()).card().id()).isEqualTo("tiny");
    assertThat(shelf.find("tiny")).contains(item);
    assertThat(shelf.find("tiny-1.0")).contains(item);
  }

  @Test
  void installingTheSameAgainChangesNothing() {
    assertThat(shelf.install(source)).isEqualTo(shelf.install(source));
    assertThat(shelf.list()).hasSize(1);
  }

  @Test
  void anotherPackOfTheSameNameAndVersionIsNotMistakenForIt() throws IOException {
    shelf.install(source);
    new PackOnDisk(source)
        .with(PackOnDisk.MANIFEST, TinyModels.sumAndDifference(), PackOnDisk.LABELS + "\n");
    assertThatThrownBy(() -> shelf.install(source))
        .hasMessageContaining("tiny-1.0 is installed already and is another");
  }

  @Test
  void twoVersionsStandSideBySideAndMustBeToldApart() throws IOException {
    shelf.install(source);
    new PackOnDisk(source)
        .with(
            PackOnDisk.MANIFEST.replace("\"1.0\"", "\"2.0\""),
            TinyModels.sumAndDifference(),
            PackOnDisk.LABELS);
    shelf.install(source);
    assertThat(shelf.list()).extracting(Shelf.Item::name).containsExactly("tiny-1.0", "tiny-2.0");
    assertThat(shelf.find("tiny")).isEmpty();
    assertThat(shelf.find("tiny-2.0")).isPresent();
  }

  @Test
  void aPackWhoseModelDoesNotFitLeavesNothingBehind() throws IOException {
    new PackOnDisk(source)
        .with(
            PackOnDisk.MANIFEST.replace("window-samples = 2", "window-samples = 3"),
            TinyModels.sumAndDifference(),
            PackOnDisk.LABELS);
    refused(Code.FAILED, "refused: engine: ");
  }

  @Test
  void aPackWithAWrongHashIsNotEvenCopied() throws IOException {
    Files.write(source.resolve("tiny.tflite"), new byte[] {1, 2, 3});
    refused(Code.WRONG_HASH, "tiny.tflite");
  }

  @Test
  void whatAnInterruptedInstallationLeftIsNoPackAndIsSweptAway() throws IOException {
    var half = Files.createDirectories(directory.resolve("packs/.new-tiny-1.0"));
    Files.writeString(half.resolve("pack.toml"), "half a manif");
    assertThat(shelf.list()).isEmpty();
    shelf.install(source);
    assertThat(half).doesNotExist();
  }

  @Test
  void aRemovedPackIsGone() {
    shelf.remove(shelf.install(source));
    assertThat(shelf.list()).isEmpty();
    assertThat(directory.resolve("packs")).isEmptyDirectory();
  }

  @Test
  void aDamagedPackIsStillListedSoThatItCanBeRemoved() throws IOException {
    var item = shelf.install(source);
    Files.writeString(item.path().resolve("pack.toml"), "?");
    assertThat(shelf.list())
        .singleElement()
        .matches(damaged -> damaged.manifest().isEmpty() && damaged.fault().contains("pack.toml"));
    shelf.remove(shelf.find("tiny-1.0").orElseThrow());
    assertThat(shelf.list()).isEmpty();
  }

  @Test
  void aPublicModelBecomesAPackOfItsOwn() {
    var model = Engines.shared("models/audio/acdnet20_20khz_fold4_int8.tflite");
    var item = shelf.install(model);
    assertThat(item.name()).isEqualTo("acdnet20-esc50-fold4-int8");
    assertThat(packs.verify(item.path())).extracting(Check::result).doesNotContain(Result.FAILED);
  }

  private void refused(Code code, String message) {
    assertThatThrownBy(() -> shelf.install(source))
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(code));
    assertThat(shelf.list()).isEqualTo(List.of());
    var packs = directory.resolve("packs");
    assertThat(!Files.exists(packs) || packs.toFile().list().length == 0).isTrue();
  }
}
