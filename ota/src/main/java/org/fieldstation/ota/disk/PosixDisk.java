package org.fieldstation.ota.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The station's own file system. */
public final class PosixDisk implements Disk {
  private interface Work<T> {
    T done() throws IOException;
  }

  private static <T> T on(Path path, Work<T> work) {
    try {
      return work.done();
    } catch (IOException e) {
      throw new DiskException(path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public byte[] read(Path file) {
    return on(file, () -> Files.readAllBytes(file));
  }

  @Override
  public InputStream open(Path file) {
    return on(file, () -> Files.newInputStream(file));
  }

  @Override
  public long size(Path file) {
    return on(file, () -> Files.size(file));
  }

  @Override
  public List<String> list(Path directory) {
    if (!isDirectory(directory)) {
      return List.of();
    }
    return on(
        directory,
        () -> {
          try (var files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
          }
        });
  }

  @Override
  public Optional<String> target(Path link) {
    return Files.isSymbolicLink(link)
        ? Optional.of(on(link, () -> Files.readSymbolicLink(link)).toString())
        : Optional.empty();
  }

  @Override
  public long free(Path path) {
    return on(path, () -> Files.getFileStore(path).getUsableSpace());
  }

  @Override
  public void makeDirectory(Path directory) {
    on(
        directory,
        () -> {
          try {
            return Files.createDirectory(directory);
          } catch (FileAlreadyExistsException _) {
            return directory;
          }
        });
  }

  @Override
  public void append(Path file, byte[] bytes, int length) {
    on(
        file,
        () -> {
          try (var channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var left = ByteBuffer.wrap(bytes, 0, length);
            while (left.hasRemaining()) {
              channel.write(left);
            }
            return file;
          }
        });
  }

  @Override
  public void makeExecutable(Path file) {
    var mode = PosixFilePermissions.fromString("rwxr-xr-x");
    on(file, () -> Files.setPosixFilePermissions(file, mode));
  }

  @Override
  public void makeLink(Path link, String target) {
    on(link, () -> Files.createSymbolicLink(link, Path.of(target)));
  }

  @Override
  public void rename(Path from, Path to) {
    on(
        to,
        () ->
            Files.move(
                from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
  public void delete(Path path) {
    on(path, () -> Files.deleteIfExists(path));
  }

  @Override
  public void sync(Path path) {
    on(
        path,
        () -> {
          try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
            return path;
          }
        });
  }
}
