package org.fieldstation.station.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldstation.drivers.camera.FolderCamera;

/** The recordings that paths stand for. */
public final class Inputs {
  private static final Set<String> ENDINGS = Set.of("wav", "flac", "ogg", "oga");

  private Inputs() {}

  /**
   * Files as they are named, and all recordings below directories by their names' endings, sorted;
   * names that begin with a dot are passed over there.
   *
   * @throws NoSuchFileException when there is nothing at one of the paths
   */
  public static List<Path> recordings(List<Path> paths) throws IOException {
    return files(paths, false);
  }

  /** The same, and all pictures below directories too. */
  public static List<Path> files(List<Path> paths, boolean pictures) throws IOException {
    for (var path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    try {
      return paths.stream().flatMap(path -> expand(path, pictures)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Stream<Path> expand(Path path, boolean pictures) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (var below = Files.walk(path)) {
      return below
          .filter(file -> isRecording(file) || (pictures && FolderCamera.isPicture(file)))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRecording(Path path) {
    var name = String.valueOf(path.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(path);
  }
}
