package org.fieldstation.station.classify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;

/** Recordings and models for tests, which do not come with the project. */
public final class Shared {
  private Shared() {}

  /** Skips the test when there is no such file here. */
  public static Path path(String relative) {
    var path = Path.of(System.getProperty("fieldstation.shared", "shared"), relative);
    assumeTrue(Files.exists(path), path + " is not on this machine (-Dfieldstation.shared=…)");
    return path;
  }

  public static Pack pack(String model, Path cache) {
    return new Packs(new Engine(cache)).open(path("models/audio/" + model));
  }

  public static Pack acdnet(Path cache) {
    return pack("acdnet20_20khz_fold4_int8.tflite", cache);
  }

  public static Pack birdnet(Path cache) {
    return pack("birdnet_stm32n6_100.tflite", cache);
  }
}
