package org.fieldstation.models.tflite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What tests of models share: an engine, and the recordings and models that a clone may lack. */
public final class Engines {
  private Engines() {}

  /** The engine, its library unpacked below target so that it happens once. */
  public static Engine engine() {
    return new Engine(Path.of("target", "tflite"));
  }

  public static ModelMemory memory(byte[] model) {
    try {
      return ModelMemory.read(new ByteArrayInputStream(model), model.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file under the shared directory; the test is skipped where there is none. */
  public static Path shared(String name) {
    var file = Path.of(System.getProperty("fieldstation.shared", "shared")).resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "needs " + file + ", which a clone lacks");
    return file;
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
