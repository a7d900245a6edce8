package org.fieldstation.ota.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fieldstation.ota.delta.StoredJar;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.slots.Slots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationFilesTest {
  private static final List<String> SQLITE =
      List.of(
          "org/sqlite/Function.class",
          "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so",
          "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
          "org/sqlite/native/Linux-Musl/aarch64/libsqlitejdbc.so",
          "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib");

  @TempDir Path folder;
  private Path skeleton;
  private Path jars;

  @BeforeEach
  void makeABuild() throws IOException {
    skeleton = Files.createDirectories(folder.resolve("skeleton/bin")).resolve("..").normalize();
    jars = Files.createDirectory(folder.resolve("jars"));
    Files.writeString(skeleton.resolve("bin/station"), "#!/bin/sh\n");
    Files.writeString(skeleton.resolve("LICENSE"), "Apache\n");
    jar("sqlite.jar", SQLITE, 1_700_000_000_000L);
    jar("ours.jar", List.of("org/fieldstation/Station.class"), 1_700_000_000_000L);
    jar("tflite-linux-arm64.jar", List.of("t/linux-arm64/libt.so", "module-info.class"), 0);
    jar("tflite-linux-x86_64.jar", List.of("t/linux-x86_64/libt.so", "module-info.class"), 0);
  }

  @Test
  void nativeCodeOfOtherMachinesStaysBehind() throws IOException {
    var files = new StationFiles(skeleton, jars).of(Machine.ARM64);

    assertThat(files)
        .containsOnlyKeys(
            "LICENSE",
            "bin/station",
            "lib/ours.jar",
            "lib/sqlite.jar",
            "lib/tflite-linux-arm64.jar");
    assertThat(StoredJar.names(file(files, "lib/sqlite.jar").bytes()))
        .containsExactly(
            "org/sqlite/Function.class", "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so");
    assertThat(file(files, "bin/station").executable()).isTrue();
    assertThat(file(files, "LICENSE").executable()).isFalse();
  }

  @Test
  void aLibraryWithoutNativeCodeForTheMachineIsRefusedAndNotShippedBroken() throws IOException {
    jar("serial.jar", List.of("s/Port.class", "Linux/armv8_64/libserial.so"), 0);

    assertThatThrownBy(() -> new StationFiles(skeleton, jars).of(Machine.ARM64))
        .hasMessage("serial.jar has native code, and none of it for ARM64");
  }

  @Test
  void theSameSourcesBuiltAtAnotherTimeGiveTheSameSlot() throws IOException {
    var first = slot("first");
    jar("sqlite.jar", SQLITE.reversed(), 1_800_000_000_000L);
    var second = slot("second");

    assertThat(second).isEqualTo(first).startsWith("1.2.3-");
    jar("ours.jar", List.of("org/fieldstation/Other.class"), 0);
    assertThat(slot("third")).isNotEqualTo(first);
  }

  @Test
  void theSlotIsWholeAndCanBePublishedAsItIs() throws IOException {
    var name = slot("root");
    var slots = new Slots(new PosixDisk(), folder.resolve("root"));

    assertThat(slots.isWhole(slots.manifest(name).orElseThrow())).isTrue();
    assertThat(new ReleaseFolder(slots.folder(name)).files())
        .containsKey("bin/station")
        .doesNotContainKey("MANIFEST");
  }

  private static Bundler.File file(Map<String, Bundler.File> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private String slot(String root) throws IOException {
    var out = new ByteArrayOutputStream();
    int code =
        SlotMain.run(
            new PrintStream(out, true, UTF_8),
            folder.resolve(root).toString(),
            "1.2.3",
            "amd64",
            skeleton.toString(),
            jars.toString());
    assertThat(code).isZero();
    return out.toString(UTF_8).strip();
  }

  private void jar(String name, List<String> entries, long time) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(jars.resolve(name)))) {
      for (var entry : entries) {
        var one = new ZipEntry(entry);
        one.setTime(time);
        zip.putNextEntry(one);
        zip.write(entry.getBytes(UTF_8));
      }
    }
  }
}
