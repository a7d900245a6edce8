package org.fieldstation.station.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.fieldstation.station.collect.CollectException.Code;

/**
 * A folder on a stick whose files are sealed. A file is whole or not there: it is written beside
 * its name, synced and renamed, because sticks are pulled out.
 */
public record SealedFolder(Path folder, Seal seal) {

  /** No sealed file is longer; a stick may hold anything. */
  static final int LONGEST_FILE = 64 << 20;

  /** Writes a file; when this returns it is on the stick. */
  public void write(String name, byte[] plain, RandomGenerator random) {
    var file = folder.resolve(name);
    var part = folder.resolve(name + ".part");
    try {
      Files.createDirectories(folder);
      try (var channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(seal.close(name, plain, random));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync();
    } catch (IOException e) {
      throw new CollectException(
          Code.STICK, folder + ": cannot be written; is there room, is it mounted rw?", e);
    }
  }

  /** A file that somebody just put on the stick is only there once its folder is on the disk. */
  private void sync() throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Reads a file. */
  public byte[] read(String name) {
    var file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw new CollectException(Code.MISSING, file + ": is not there");
      }
      if (Files.size(file) > LONGEST_FILE) {
        throw new CollectException(Code.NOT_OURS, file + ": is longer than any of ours");
      }
      return seal.open(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CollectException(Code.STICK, file + ": cannot be read", e);
    }
  }

  /** Reads a file of lines. */
  List<String> readLines(String name) {
    return new String(read(name), UTF_8).lines().toList();
  }

  /** Deletes the files whose names are not wanted. */
  void keepOnly(Predicate<String> wanted) {
    try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (var file : files) {
        if (!wanted.test(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new CollectException(Code.STICK, folder + ": cannot be cleared", e);
    }
  }

  boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }
}
