package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips come from sticks and strangers. */
class ZipPackTest {
  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;
  private Path files;
  private Path zip;

  @BeforeEach
  void makeAPack() throws IOException {
    files = Files.createDirectory(directory.resolve("files"));
    zip = directory.resolve("tiny.zip");
    new PackOnDisk(files)
        .with(PackOnDisk.MANIFEST, TinyModels.sumAndDifference(), PackOnDisk.LABELS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tiny-1.0/"})
  void aPackMayComeAsAZipItsFilesAtTheTopOrInOneFolder(String folder) throws IOException {
    zip(folder);
    try (var classifier = packs.open(zip).classifier(1)) {
      assertThat(classifier.classify(new float[2])).hasSize(2);
    }
    assertThat(packs.verify(zip)).noneMatch(Check::failed);
    var shelf = new Shelf(packs, directory.resolve("packs"));
    assertThat(shelf.install(zip).path().resolve("tiny.tflite")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "..",
        "C:\\evil",
        "\\evil",
        "a//evil",
        "ev\nil",
        "a/b\u0000c"
      })
  void aNameThatLeadsOutRefusesTheWholeZip(String name) throws IOException {
    zip("", name);
    refused("leads out of it or is not plain");
    assertThat(directory.resolve("evil")).doesNotExist();
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("tiny.tflite"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 32; i++) {
        out.write(zeros);
      }
    }
    assertThat(Files.size(zip)).isLessThan(100_000);
    refused("tiny.tflite swells to 33554432 bytes");
  }

  @Test
  void aZipThatLiesAboutALengthIsRefused() throws IOException {
    zip("");
    var bytes = Files.readAllBytes(zip);
    var name = "labels.tsv".getBytes(StandardCharsets.US_ASCII);
    // The last mention of the name is in the directory at the end, its length 22 bytes before.
    int at = bytes.length - name.length;
    while (!Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
      at--;
    }
    bytes[at - 22] = (byte) (bytes[at - 22] - 40);
    Files.write(zip, bytes);
    assertThatThrownBy(() -> packs.open(zip)).isInstanceOf(ModelException.class);
  }

  @Test
  void moreFilesThanAPackCanHaveAreRefused() throws IOException {
    var names = new String[300];
    Arrays.setAll(names, i -> "file" + i);
    zip("", names);
    refused("303 files, and a pack has a handful");
  }

  @Test
  void severalFoldersAreNotOnePack() throws IOException {
    zip("one/", "two/pack.toml");
    refused("several folders");
  }

  @Test
  void aZipCutShortIsDamaged() throws IOException {
    zip("");
    var bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    refused("not a whole zip");
  }

  private void zip(String folder, String... more) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var content = Files.list(files)) {
      for (var file : content.sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder + file.getFileName()));
        out.write(Files.readAllBytes(file));
      }
      for (var name : more) {
        out.putNextEntry(new ZipEntry(name));
        out.write(1);
      }
    }
  }

  private void refused(String message) {
    assertThatThrownBy(() -> packs.open(zip))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(zip.toString());
  }
}
