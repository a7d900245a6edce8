package org.fieldstation.ota.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.ota.delta.StoredJar;

/**
 * A release as a build made it: a folder. Its jars are stored, so that patches of them are small.
 */
record ReleaseFolder(Path folder) {

  Map<String, Bundler.File> files() throws IOException {
    var files = new TreeMap<String, Bundler.File>();
    try (var tree = Files.walk(folder)) {
      for (var path : tree.filter(this::isContent).sorted().toList()) {
        var name = folder.relativize(path).toString();
        var bytes = Files.readAllBytes(path);
        files.put(
            name,
            new Bundler.File(
                name.endsWith(".jar") ? StoredJar.of(bytes) : bytes, Files.isExecutable(path)));
      }
    }
    return files;
  }

  /** A slot may be published again: its old manifest is no part of what it holds. */
  private boolean isContent(Path path) {
    return Files.isRegularFile(path) && !path.equals(folder.resolve("MANIFEST"));
  }
}
