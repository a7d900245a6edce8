package org.fieldstation.station.hearing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which pack somebody wants a model to use, in place of what the configuration says: a small file
 * beside the packs, one model a line. A running station looks at it again and again.
 */
public record InUse(Path file) {
  private static final long LARGEST = 64 << 10;

  /** The file of a folder of packs. */
  public static InUse in(Path packs) {
    return new InUse(packs.resolve("in-use"));
  }

  /** The pack that is wanted for a model; empty where the configuration has the say. */
  public Optional<String> pack(String model) {
    return Optional.ofNullable(read().get(model));
  }

  /** Wants a pack for a model from now on; the change is on the disk when this returns. */
  public void put(String model, String pack) {
    var all = read();
    all.put(model, pack);
    write(all);
  }

  /** Lets the configuration have the say again. */
  public void remove(String model) {
    var all = read();
    if (all.remove(model) != null) {
      write(all);
    }
  }

  private Map<String, String> read() {
    var all = new LinkedHashMap<String, String>();
    try {
      if (Files.size(file) <= LARGEST) {
        for (var line : Files.readAllLines(file)) {
          var cells = line.split("\t", -1);
          if (cells.length == 2 && !cells[0].isBlank() && !cells[1].isBlank()) {
            all.put(cells[0], cells[1]);
          }
        }
      }
    } catch (NoSuchFileException e) {
      return all; // nobody has wanted anything yet
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read; delete it and choose again", e);
    }
    return all;
  }

  private void write(Map<String, String> all) {
    var text =
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    var fresh = file.resolveSibling(".in-use.new");
    try {
      var folder = folder();
      Files.createDirectories(folder);
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      sync(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": cannot be written; check space and permissions (" + e + ")", e);
    }
  }

  private Path folder() {
    var parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
