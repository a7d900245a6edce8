package org.fieldstation.models.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a pack's files are. Names come from a manifest that allowed only plain ones. */
sealed interface PackFiles
    permits PackFiles.Directory, PackFiles.Resources, PackFiles.Catalogued, ZipFiles {

  /** What messages call a file. */
  String where(String name);

  /** Bytes in a file. */
  long size(String name) throws IOException;

  InputStream open(String name) throws IOException;

  /** A directory. */
  record Directory(Path path) implements PackFiles {
    @Override
    public String where(String name) {
      return path.resolve(name).toString();
    }

    @Override
    public long size(String name) throws IOException {
      var file = path.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return Files.size(file);
    }

    @Override
    public InputStream open(String name) throws IOException {
      return Files.newInputStream(path.resolve(name));
    }
  }

  /**
   * A package of the class path.
   *
   * @param path with a slash before and after
   */
  record Resources(String path) implements PackFiles {
    @Override
    public String where(String name) {
      return "class path:" + path + name;
    }

    @Override
    public long size(String name) throws IOException {
      try (var in = open(name)) {
        return in.transferTo(OutputStream.nullOutputStream());
      }
    }

    @Override
    public InputStream open(String name) throws IOException {
      var in = PackFiles.class.getResourceAsStream(path + name);
      if (in == null) {
        throw new NoSuchFileException(where(name));
      }
      return in;
    }
  }

  /** A model somebody put somewhere, whose manifest and perhaps labels are in the catalogue. */
  record Catalogued(Path model, String labels, PackFiles labelsAt, String labelsName)
      implements PackFiles {
    @Override
    public String where(String name) {
      return name.equals(labels) ? labelsAt.where(labelsName) : model.toString();
    }

    @Override
    public long size(String name) throws IOException {
      return name.equals(labels) ? labelsAt.size(labelsName) : Files.size(model);
    }

    @Override
    public InputStream open(String name) throws IOException {
      return name.equals(labels) ? labelsAt.open(labelsName) : Files.newInputStream(model);
    }
  }
}
