package org.fieldstation.models.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engine;

/** Opens model packs. */
public final class Packs {
  static final String MANIFEST = "pack.toml";
  private static final String BUNDLED = "/org/fieldstation/models/bundled/";

  private final Supplier<Engine> engine;
  private final Catalogue catalogue = new Catalogue();

  /**
   * Packs whose models run on an engine.
   *
   * @param engine shared by all of them
   */
  public Packs(Engine engine) {
    this(() -> engine);
  }

  /**
   * Packs for somebody who may only want to look at them: the engine is loaded when a model is to
   * run, and a machine that cannot run one can still say what it has.
   */
  public Packs(Supplier<Engine> engine) {
    this.engine = engine;
  }

  /** The pack that comes with the station. */
  public Pack bundled() {
    return open(Source.of(new PackFiles.Resources(BUNDLED), MANIFEST));
  }

  /** Manifests of public models that may be brought along. */
  public List<Manifest> catalogue() {
    return catalogue.recipes();
  }

  /**
   * Opens a pack on disk.
   *
   * @param path a directory with a {@code pack.toml}, a manifest, a zip, or a bare {@code .tflite}
   *     that the catalogue knows
   * @throws ModelException ABSENT, BAD_MANIFEST or WRONG_HASH
   */
  public Pack open(Path path) {
    return open(source(path));
  }

  /**
   * Opens a model of ranges.
   *
   * @param directory with a {@code range.toml}
   * @throws ModelException when there is none, or when it cannot be used
   */
  public RangeModel range(Path directory) {
    var files = new PackFiles.Directory(directory.toAbsolutePath());
    return RangeModel.open(engine.get(), new PackReader(files));
  }

  /** Tries a pack on disk; what is wrong with it is a check that failed. */
  public List<Check> verify(Path path) {
    Source source;
    try {
      source = source(path);
    } catch (ModelException e) {
      return List.of(Check.failed("manifest", String.valueOf(e.getMessage())));
    }
    return new Verification(source.reader(), source.manifest()).of(() -> open(source));
  }

  /** Reads a pack's manifest and knows then where the rest is. */
  Source source(Path path) {
    var file = path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      return Source.of(new PackFiles.Directory(file), MANIFEST);
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          Code.ABSENT, path + ": no such pack; give a directory, a zip, a pack.toml or a .tflite");
    }
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(".tflite")) {
      return catalogue.source(file);
    }
    return name.endsWith(".zip")
        ? Source.of(ZipFiles.open(file), MANIFEST)
        : Source.of(new PackFiles.Directory(directory(file)), name);
  }

  private Pack open(Source source) {
    return Pack.open(engine, source.reader(), source.manifest());
  }

  static Path directory(Path file) {
    var parent = file.getParent();
    return parent == null ? file : parent;
  }
}
