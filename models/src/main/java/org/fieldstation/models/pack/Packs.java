package org.fieldstation.models.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engine;

/** Opens model packs. */
public final class Packs {
  private static final String MANIFEST = "pack.toml";
  private static final String BUNDLED = "/org/fieldstation/models/bundled/";

  private final Engine engine;
  private final Catalogue catalogue = new Catalogue();

  /**
   * Packs whose models run on an engine.
   *
   * @param engine shared by all of them
   */
  public Packs(Engine engine) {
    this.engine = engine;
  }

  /** The pack that comes with the station. */
  public Pack bundled() {
    return open(new PackFiles.Resources(BUNDLED), MANIFEST);
  }

  /**
   * Opens a pack on disk.
   *
   * @param path a directory with a {@code pack.toml}, a manifest, or a bare {@code .tflite} that
   *     the catalogue knows
   * @throws ModelException ABSENT, BAD_MANIFEST or WRONG_HASH
   */
  public Pack open(Path path) {
    var file = path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      return open(new PackFiles.Directory(file), MANIFEST);
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          Code.ABSENT, path + ": no such pack; give a directory, a pack.toml or a .tflite");
    }
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(".tflite")) {
      return catalogue.open(engine, file);
    }
    return open(new PackFiles.Directory(directory(file)), name);
  }

  private Pack open(PackFiles files, String manifest) {
    var reader = new PackReader(files);
    return Pack.open(engine, reader, reader.manifest(manifest));
  }

  static Path directory(Path file) {
    var parent = file.getParent();
    return parent == null ? file : parent;
  }
}
