package org.fieldstation.station.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/**
 * A small file that is replaced whole: after a power cut at any moment it holds either what it held
 * or what was written. Its owner alone may read it.
 */
public record KeptFile(Path path) {

  /** What it holds; empty when there is none. */
  public Optional<byte[]> read() {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }

  /** What it holds as text. */
  public Optional<String> text() {
    return read().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  public void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces it; when this returns a power cut does not undo it. */
  public void write(byte[] bytes) {
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.createDirectories(folder());
      Files.deleteIfExists(part); // it may have been left with other permissions
      try (var channel =
          FileChannel.open(
              part,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be written", e);
    }
  }

  /** Removes it; when this returns it stays away. */
  public void remove() {
    try {
      Files.deleteIfExists(path);
      forceFolder();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be removed", e);
    }
  }

  private Path folder() {
    return path.toAbsolutePath().resolveSibling("").normalize();
  }

  private void forceFolder() throws IOException {
    var folder = folder();
    if (Files.isDirectory(folder)) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
