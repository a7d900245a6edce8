package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeLibraryTest {
  @TempDir private Path directory;

  /** Fails when another version of TensorFlow Lite comes in without its hashes. */
  @ParameterizedTest
  @EnumSource(Platform.class)
  void theLibraryOfEveryPlatformIsTheOneWeKnow(Platform platform) throws IOException {
    var library = NativeLibrary.unpack(platform, directory.resolve("new/cache"));
    try (var in = Files.newInputStream(library)) {
      assertThat(Sha256.of(in)).isEqualTo(platform.sha256());
    }
  }

  @Test
  void aLibraryThatIsThereIsLeftAndADamagedOneReplaced() throws IOException {
    var library = NativeLibrary.unpack(Platform.LINUX_ARM64, directory);
    var unpacked = Files.getLastModifiedTime(library);
    NativeLibrary.unpack(Platform.LINUX_ARM64, directory);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(unpacked);

    Files.writeString(library, "cut short by a power failure");
    NativeLibrary.unpack(Platform.LINUX_ARM64, directory);
    assertThat(Files.size(library)).isGreaterThan(1_000_000);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(library);
    }
  }

  @Test
  void manyMayUnpackItAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Path> unpack = () -> NativeLibrary.unpack(Platform.LINUX_ARM64, directory);
      for (var library : threads.invokeAll(Collections.nCopies(4, unpack))) {
        assertThat(library.get()).isRegularFile();
      }
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "in the way");
    assertThatThrownBy(() -> NativeLibrary.unpack(Platform.LINUX_ARM64, file))
        .hasMessageContaining(file.toString())
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(Code.NO_ENGINE));
  }

  @Test
  void machinesWithoutALibraryAreTurnedAway() {
    assertThatThrownBy(() -> Platform.of("Linux", "arm"))
        .hasMessageContaining("no library for Linux on arm; use 64-bit Linux");
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64")).isInstanceOf(ModelException.class);
    assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
  }
}
