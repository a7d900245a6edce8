package org.fieldstation.models.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** Copies a pack: only the files its manifest names, under the plain names the manifest allows. */
final class Copying {
  private final Source source;

  Copying(Source source) {
    this.source = source;
  }

  /** Hashes are compared before the first byte is written: a trap fills no disk. */
  void to(Path directory) throws IOException {
    var reader = source.reader();
    var manifest = source.manifest();
    reader.verify(manifest);
    Files.createDirectory(directory);
    try (var in = source.openManifest()) {
      write(in, directory.resolve(Packs.MANIFEST), PackReader.LARGEST_MANIFEST);
    }
    copy(manifest.model().file(), directory, PackReader.LARGEST_MODEL);
    copy(manifest.labels().file(), directory, PackReader.LARGEST_LABELS);
    var copied = new HashSet<String>();
    for (var golden : manifest.goldens()) {
      if (golden.file().isPresent() && copied.add(golden.file().get())) {
        copy(golden.file().get(), directory, PackReader.LARGEST_SOUND);
      }
    }
    for (var text : source.texts()) {
      if (has(text)) {
        copy(text, directory, PackReader.LARGEST_MANIFEST);
      }
    }
    Durable.sync(directory);
  }

  private boolean has(String name) throws IOException {
    try {
      return source.reader().files().size(name) >= 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void copy(String name, Path directory, long most) throws IOException {
    try (var in = source.reader().files().open(name)) {
      write(in, directory.resolve(name), most);
    }
  }

  private static void write(InputStream in, Path file, long most) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var block = new byte[1 << 16];
      long left = most;
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        left -= n;
        if (left < 0) {
          throw new ModelException(
              Code.BAD_MANIFEST, "%s: more than %d bytes cannot be right".formatted(file, most));
        }
        out.write(block, 0, n);
      }
    }
    Durable.sync(file);
  }
}
