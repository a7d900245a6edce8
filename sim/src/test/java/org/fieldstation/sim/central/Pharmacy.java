package org.fieldstation.sim.central;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.ota.publish.BundleTerms;
import org.fieldstation.sim.depot.Ceremony;

/** Signed model packs and configurations, good ones and others, and the files of their station. */
final class Pharmacy {
  static final String IDENTITY = "identity-1";
  private static final InstantSource NOW = InstantSource.system();

  private final Path dir;
  private final int port;
  private final Ceremony ceremony;

  /**
   * @param port of the station's server
   */
  Pharmacy(Path dir, int port) throws IOException {
    this.dir = dir;
    this.port = port;
    ceremony = new Ceremony(repository(), new SecureRandom(), NOW.instant());
    publish("model-pack", "reserve-sounds", "9.0.0", pack("9.0.0", "0.996"));
    publish("model-pack", "reserve-sounds", "9.1.0", pack("9.1.0", "0.111"));
    var key =
        Files.createFile(
            dir.resolve("reserve.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, "00112233445566778899aabbccddeeff");
    Files.writeString(file(), configuration(""));
    var root = Files.createDirectories(dir.resolve("opt"));
    Files.write(root.resolve("root.json"), ceremony.firstRoot());
  }

  Path repository() {
    return dir.resolve("repository");
  }

  Path file() {
    return dir.resolve("station.toml");
  }

  void publish(String kind, String name, String version, Path folder) throws IOException {
    var only = kind.equals("configuration") ? Optional.of(name) : Optional.<String>empty();
    ceremony.publish(new BundleTerms(kind, name, only), version, folder, NOW.instant());
  }

  /** The bundled pack under another version, with another expectation of its first known sound. */
  Path pack(String version, String expected) throws IOException {
    var folder = Files.createDirectories(dir.resolve("pack-" + version));
    for (var name : List.of("labels.tsv", "reserve-sounds-int8.tflite", "pack.toml")) {
      try (var in =
          Objects.requireNonNull(
              Packs.class.getResourceAsStream("/org/fieldstation/models/bundled/" + name))) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
    var manifest = Files.readString(folder.resolve("pack.toml"), UTF_8);
    Files.writeString(
        folder.resolve("pack.toml"),
        manifest
            .replace("version = \"1.0.0\"", "version = \"" + version + "\"")
            .replace("score = 0.996", "score = " + expected));
    return folder;
  }

  Path lone(String configuration) throws IOException {
    var folder = Files.createTempDirectory(dir, "configuration");
    Files.writeString(folder.resolve("station.toml"), configuration);
    return folder;
  }

  /** Damages every object that only the spoilt pack has: its manifest differs in the version. */
  void spoil() throws IOException {
    try (var objects = Files.list(repository().resolve("objects"))) {
      var newest =
          objects
              .max(Comparator.comparingLong(object -> object.toFile().lastModified()))
              .orElseThrow();
      var bytes = Files.readAllBytes(newest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(newest, bytes);
    }
  }

  String configuration(String more) {
    return """
    [station]
    name = "%s"
    data = "data"

    %s
    [microphone]
    hardware = "sim"
    device = "world"

    [update]
    root = "opt"

    [[central]]
    name = "reserve"
    uri = "coaps://127.0.0.1:%d"
    identity = "%s"
    key-file = "reserve.key"
    manages = true
    answer-s = 5
    retry-s = 1
    """
        .formatted(Songs.STATION, more, port, IDENTITY);
  }
}
