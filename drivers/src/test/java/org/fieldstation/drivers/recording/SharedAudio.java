package org.fieldstation.drivers.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which are not in a clean clone: tests that need them skip and say so. */
public final class SharedAudio {
  private SharedAudio() {}

  public static Path file(String name) {
    var path = Path.of(System.getProperty("fieldstation.shared", "../shared"), "data/audio", name);
    Assumptions.assumeTrue(Files.exists(path), "no real recording at " + path);
    return path;
  }
}
