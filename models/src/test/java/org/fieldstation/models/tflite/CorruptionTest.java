package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What TensorFlow Lite does with damage that got past the hash, in a process of its own.
 *
 * <p>Only truncation is tried: what other damage does depends on where things happen to lie in
 * memory, and now and then a changed byte passes every check and ends the process. That is why a
 * pack compares hashes before the engine sees a byte, which {@code DamagedPackTest} tries; what
 * {@code GraphCheck} finds besides, its own test tries.
 */
class CorruptionTest {
  @TempDir private Path directory;

  @Test
  void aModelCutShortAnywhereIsRefused() throws Exception {
    var model = directory.resolve("tiny.tflite");
    Files.write(model, TinyModels.layers(3, 8, 1));
    assertThat(run(model, 20, "cut")).endsWith("refused 20 ran 0\n");
  }

  private String run(Path model, int tries, String how) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var output = directory.resolve("output").toFile();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + new File(directory.toFile(), "crash.log"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.fieldstation.models.tflite.Corruption",
                Path.of("target", "tflite").toString(),
                model.toString(),
                Integer.toString(tries),
                how)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(output.toPath());
  }
}
