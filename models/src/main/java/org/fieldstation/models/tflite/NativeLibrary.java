package org.fieldstation.models.tflite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;

/** The shared library, taken out of its jar because a loader needs a file. */
final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Puts the library into a directory, unless it lies there unharmed already.
   *
   * <p>Several processes may do so at once: each writes a file of its own and renames it; whoever
   * renames last replaces a file with its equal.
   */
  static Path unpack(Platform platform, Path directory) {
    try {
      Files.createDirectories(directory);
      var library = directory.resolve("libtensorflowlite-" + platform.sha256() + ".so");
      if (!Files.isRegularFile(library) || !hash(library).equals(platform.sha256())) {
        write(platform, directory, library);
      }
      return library;
    } catch (IOException e) {
      throw new ModelException(
          Code.NO_ENGINE,
          "%s: cannot keep the TensorFlow Lite library here (%s); check space and permissions"
              .formatted(directory, e),
          e);
    }
  }

  private static void write(Platform platform, Path directory, Path library) throws IOException {
    var temporary = Files.createTempFile(directory, "libtensorflowlite-", ".part");
    try {
      try (var resource = open(platform);
          var file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        resource.transferTo(Channels.newOutputStream(file));
        file.force(true);
      }
      if (!hash(temporary).equals(platform.sha256())) {
        throw new ModelException(
            Code.NO_ENGINE,
            platform.resource() + ": not the library this release was made with; reinstall it");
      }
      Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
      try (var entry = FileChannel.open(directory, StandardOpenOption.READ)) {
        entry.force(true); // the rename, too, must survive a power cut
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static InputStream open(Platform platform) {
    var resource = NativeLibrary.class.getResourceAsStream(platform.resource());
    if (resource == null) {
      throw new ModelException(
          Code.NO_ENGINE,
          platform.resource() + ": not on the class path; reinstall the TensorFlow Lite jar");
    }
    return resource;
  }

  private static String hash(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }
}
