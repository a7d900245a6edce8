package org.fieldstation.ota.disk;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file system with its promises spelled out: nothing survives a power cut before {@code sync} of
 * the file and of the folder that names it, and only {@code rename} replaces in one piece. Every
 * method throws {@link DiskException}.
 */
public interface Disk {
  /** Links are not followed. */
  boolean exists(Path path);

  boolean isDirectory(Path path);

  byte[] read(Path file);

  InputStream open(Path file);

  long size(Path file);

  /** Names in a folder, sorted; none where there is no folder. */
  List<String> list(Path directory);

  Optional<String> target(Path link);

  long free(Path path);

  /** One level; nothing happens where it exists. */
  void makeDirectory(Path directory);

  /** At the end of the file, which is made where it is missing. */
  void append(Path file, byte[] bytes, int length);

  void makeExecutable(Path file);

  void makeLink(Path link, String target);

  void rename(Path from, Path to);

  /** A file, a link or an empty folder; nothing happens where it is missing. */
  void delete(Path path);

  /** A file's content, or a folder's names. */
  void sync(Path path);

  /** Old or new content, whatever happens: written beside, synced, renamed, folder synced. */
  default void replace(Path file, byte[] bytes) {
    var beside = file.resolveSibling(file.getFileName() + ".tmp");
    delete(beside);
    append(beside, bytes, bytes.length);
    sync(beside);
    rename(beside, file);
    sync(folder(file));
  }

  /** A folder that stays; synced even where it exists, for a killed process may have left it. */
  default void keepDirectory(Path directory) {
    makeDirectory(directory);
    sync(folder(directory));
  }

  /** The folder that names a file. */
  static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "no folder holds this");
  }

  default void deleteTree(Path path) {
    if (isDirectory(path)) {
      list(path).forEach(name -> deleteTree(path.resolve(name)));
    }
    delete(path);
  }
}
