package org.fieldstation.sim.depot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A release made of the very program that runs: its class path as jars, and a script that starts
 * the station. For tests and the demo; a release for the field is made by {@code scripts/package}.
 */
public final class OwnRelease {
  private static final List<String> NOT_OF_THE_STATION =
      List.of(
          "junit",
          "assertj",
          "mockito",
          "byte-buddy",
          "archunit",
          "opentest4j",
          "apiguardian",
          "surefire",
          "objenesis",
          "linux-arm64");

  private OwnRelease() {}

  /** Makes a release of that version in a new folder. */
  public static void make(Path folder, String version) throws IOException {
    var lib = Files.createDirectories(folder.resolve("lib"));
    int number = 0;
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(entry);
      if (Files.isDirectory(path) && !entry.contains("test-classes")) {
        jar(path, lib.resolve("own-%02d.jar".formatted(number++)), version);
      } else if (entry.endsWith(".jar") && isOfTheStation(path)) {
        Files.copy(path, lib.resolve(String.valueOf(path.getFileName())));
      }
    }
    var program = Files.createDirectories(folder.resolve("bin")).resolve("station");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec "%s" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \\
          -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Xmx128m \\
          -Dfieldstation.release=%s -cp 'lib/*' org.fieldstation.station.cli.StationCli "$@"
        """
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), version));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }

  private static boolean isOfTheStation(Path jar) {
    var name = String.valueOf(jar.getFileName());
    return Files.isRegularFile(jar) && NOT_OF_THE_STATION.stream().noneMatch(name::contains);
  }

  private static void jar(Path classes, Path jar, String version) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
  }
}
