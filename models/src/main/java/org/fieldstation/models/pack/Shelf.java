package org.fieldstation.models.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * The folder where a station's installed packs are: one folder each, named by id and version.
 *
 * <p>A pack appears in it whole or not at all. It is written under another name, tried there, made
 * durable, and renamed: a power cut before that leaves a folder that nobody looks at and that the
 * next installation sweeps away. A pack is never changed afterwards.
 */
public final class Shelf {
  private static final String NEW = ".new-";
  private static final String GONE = ".gone-";

  private final Packs packs;
  private final Path directory;

  public Shelf(Packs packs, Path directory) {
    this.packs = packs;
    this.directory = directory.toAbsolutePath().normalize();
  }

  /**
   * A pack on the shelf.
   *
   * @param manifest empty when it cannot be read
   * @param fault why it cannot, in one line
   */
  public record Item(String name, Path path, Optional<Manifest> manifest, String fault) {}

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /** What is on it, by name; damaged ones too. */
  public List<Item> list() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries
          .filter(path -> Files.isDirectory(path) && !name(path).startsWith("."))
          .filter(path -> !isRange(path))
          .sorted(Comparator.comparing(Shelf::name))
          .map(this::item)
          .toList();
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /** The models of ranges on it, by name. */
  public List<Path> ranges() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries.filter(path -> !name(path).startsWith(".") && isRange(path)).sorted().toList();
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  private static boolean isRange(Path path) {
    return Files.exists(path.resolve(RangeModel.MANIFEST));
  }

  /**
   * Takes a model of ranges, a folder beside the packs that is renamed, after it has answered.
   *
   * @return where it is now
   */
  public Path takeRange(Path folder) {
    String name;
    try (var range = packs.range(folder)) {
      range.expected(0, 0, 1);
      name = range.manifest().id() + "-" + range.manifest().version();
    }
    var place = directory.resolve(name);
    try {
      if (Files.exists(place)) {
        Durable.delete(place);
      }
      Durable.rename(folder, place);
      return place;
    } catch (IOException e) {
      throw failed("cannot take " + name, e);
    }
  }

  private Item item(Path path) {
    try {
      return new Item(name(path), path, Optional.of(packs.source(path).manifest()), "");
    } catch (ModelException e) {
      return new Item(name(path), path, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** The pack of this name, or the only one of this id. */
  public Optional<Item> find(String name) {
    var all = list();
    return all.stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .or(() -> {
          var same =
              all.stream()
                  .filter(item -> item.manifest().map(Manifest::id).stream().anyMatch(name::equals))
                  .toList();
          return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        });
  }

  /**
   * Puts a pack on it, after it has passed every check there is.
   *
   * @param path a folder, a manifest, a zip, or a {@code .tflite} that the catalogue knows
   * @return where it is now
   * @throws ModelException when it is refused; nothing is left of it then
   * @throws UncheckedIOException when the shelf cannot be written
   */
  public Item install(Path path) {
    var source = packs.source(path);
    var manifest = source.manifest();
    var name = manifest.id() + "-" + manifest.version();
    var place = directory.resolve(name);
    if (Files.exists(place)) {
      return same(item(place), manifest);
    }
    var fresh = directory.resolve(NEW + name);
    try {
      Files.createDirectories(directory);
      sweep();
      new Copying(source).to(fresh);
      proven(packs.verify(fresh));
      Durable.rename(fresh, place);
      return item(place);
    } catch (IOException e) {
      sweep();
      throw failed("cannot take the pack", e);
    } catch (ModelException e) {
      sweep();
      throw e;
    }
  }

  private static Item same(Item there, Manifest wanted) {
    if (there.manifest().isPresent() && there.manifest().get().equals(wanted)) {
      return there;
    }
    throw new ModelException(
        Code.WRONG_HASH,
        "%s is installed already and is another; remove it first, or give this one another version"
            .formatted(there.name()));
  }

  private static void proven(List<Check> checks) {
    checks.stream()
        .filter(Check::failed)
        .findFirst()
        .ifPresent(check -> {
          throw new ModelException(
              Code.FAILED, "refused: %s: %s".formatted(check.what(), check.detail()));
        });
  }

  /** Takes a pack away: by one rename, so that there is never half of one. */
  public void remove(Item item) {
    try {
      Durable.rename(item.path(), directory.resolve(GONE + item.name()));
    } catch (IOException e) {
      throw failed("cannot remove " + item.name(), e);
    }
    sweep();
  }

  /** Deletes what an interrupted installation or removal left. */
  private void sweep() {
    try (var entries = Files.list(directory)) {
      for (var path : entries.toList()) {
        if (name(path).startsWith(NEW) || name(path).startsWith(GONE)) {
          Durable.delete(path);
        }
      }
    } catch (IOException e) {
      // It is in nobody's way: the next installation tries again.
    }
  }

  private UncheckedIOException failed(String what, IOException e) {
    return new UncheckedIOException(
        "%s: %s (%s); check space and permissions".formatted(directory, what, e), e);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
