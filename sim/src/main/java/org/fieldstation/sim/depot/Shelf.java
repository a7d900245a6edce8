package org.fieldstation.sim.depot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The files of a repository that strangers may read: no others, however they ask. */
record Shelf(Path folder) {

  /** A file and what tells one version of it from another. */
  record Item(Path file, long length, long version) {

    /** Up to so many bytes from there on. */
    byte[] part(long from, int most) throws IOException {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        var part = ByteBuffer.allocate(Math.clamp(length - from, 0, most));
        while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {
          // until it is full
        }
        return part.array();
      }
    }
  }

  Optional<Item> find(String name) throws IOException {
    if (!name.matches("(metadata|targets|objects)/[0-9A-Za-z._+-]{1,200}")) {
      return Optional.empty();
    }
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    long version = Files.getLastModifiedTime(file).toMillis() ^ Files.size(file) << 42;
    return Optional.of(new Item(file, Files.size(file), version));
  }
}
