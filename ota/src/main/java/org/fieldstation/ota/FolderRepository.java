package org.fieldstation.ota;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A repository in a folder: a stick in the technician's pocket, with the same signatures. */
public record FolderRepository(Path folder) implements Repository {

  @Override
  public Optional<InputStream> open(String name, long from) throws IOException {
    var file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var in = Files.newInputStream(file);
    in.skipNBytes(Math.min(from, Files.size(file)));
    return Optional.of(in);
  }
}
