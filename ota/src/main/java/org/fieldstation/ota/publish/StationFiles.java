package org.fieldstation.ota.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fieldstation.ota.delta.StoredJar;

/**
 * The files of a station's release, gathered for one machine: what is in a folder as it is, and
 * jars without the native code of other machines, stored. The same sources give the same bytes.
 *
 * @param skeleton scripts and papers, in their places
 * @param jars a folder of jars as a build made it
 */
public record StationFiles(Path skeleton, Path jars) {

  public SortedMap<String, Bundler.File> of(Machine machine) throws IOException {
    var files = new TreeMap<String, Bundler.File>();
    try (var tree = Files.walk(skeleton)) {
      tree.filter(Files::isRegularFile).forEach(file -> files.put(name(file), plain(file)));
    }
    try (var list = Files.newDirectoryStream(jars, "*.jar")) {
      for (var jar : list) {
        var whole = Files.readAllBytes(jar);
        var slim = StoredJar.of(whole, machine::needs);
        if (hasNative(slim) || !hasNative(whole)) {
          files.put("lib/" + jar.getFileName(), new Bundler.File(slim, false));
        } else if (hasCode(whole)) {
          throw new IOException(
              jar.getFileName() + " has native code, and none of it for " + machine);
        }
      }
    }
    return files;
  }

  /** A jar that is only there for the native code of one platform has no classes of its own. */
  private static boolean hasCode(byte[] jar) throws IOException {
    return StoredJar.names(jar).stream()
        .anyMatch(name -> name.endsWith(".class") && !name.endsWith("module-info.class"));
  }

  private static boolean hasNative(byte[] jar) throws IOException {
    return StoredJar.names(jar).stream().anyMatch(Machine::isNative);
  }

  private String name(Path file) {
    return skeleton.relativize(file).toString();
  }

  /** What is executable is known by its place, not by what the umask left of it. */
  private Bundler.File plain(Path file) {
    try {
      return new Bundler.File(Files.readAllBytes(file), name(file).startsWith("bin/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
