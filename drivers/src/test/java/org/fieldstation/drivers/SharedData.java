package org.fieldstation.drivers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that are not in a clean clone: tests that need them skip and say so. */
public final class SharedData {
  private SharedData() {}

  public static Path file(String name) {
    var path = Path.of(System.getProperty("fieldstation.shared", "../shared"), "data", name);
    Assumptions.assumeTrue(Files.exists(path), "no recorded data at " + path);
    return path;
  }
}
