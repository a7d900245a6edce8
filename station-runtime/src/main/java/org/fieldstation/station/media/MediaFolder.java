package org.fieldstation.station.media;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where pictures lie: {@code open} for what may leave, {@code restricted} for what may not, which
 * only its owner can read. A file is written under another name, made durable, renamed, and its
 * folder made durable: after a power cut it is whole or not there. Names begin with the time, so
 * the oldest is the first.
 */
public final class MediaFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NEW = ".new-";
  private static final int HASH_IN_NAME = 16;

  private final Path open;
  private final Path restricted;
  private final long most;
  private long held;

  /**
   * Opens a folder, or makes it, and sweeps away what a power cut left half.
   *
   * @param most bytes it may hold
   */
  public static MediaFolder open(Path folder, long most) throws IOException {
    var media = new MediaFolder(folder, most);
    media.prepare();
    return media;
  }

  private MediaFolder(Path folder, long most) {
    open = folder.resolve("open");
    restricted = folder.resolve("restricted");
    this.most = most;
  }

  private void prepare() throws IOException {
    Files.createDirectories(open);
    Files.createDirectories(restricted);
    Files.setPosixFilePermissions(restricted, PosixFilePermissions.fromString("rwx------"));
    for (var folder : List.of(open, restricted)) {
      try (var entries = Files.list(folder)) {
        for (var file : entries.toList()) {
          if (name(file).startsWith(NEW)) {
            Files.delete(file);
          } else {
            held += Files.size(file);
          }
        }
      }
    }
  }

  /** Bytes it holds. */
  public long held() {
    return held;
  }

  /**
   * Puts a file in, durably.
   *
   * @param sha256 of its bytes, lower-case hex
   * @param ending of its name, for instance {@code jpg}
   * @return where it is
   */
  public Path put(byte[] bytes, String sha256, Instant taken, String ending, boolean confidential)
      throws IOException {
    var folder = confidential ? restricted : open;
    var name = "%s-%s.%s".formatted(TIME.format(taken), sha256.substring(0, HASH_IN_NAME), ending);
    var file = folder.resolve(name);
    if (Files.exists(file)) {
      return file; // the very same bytes at the very same time
    }
    var fresh = folder.resolve(NEW + name);
    // Not a channel: a station that is being stopped would find it closed in the middle.
    try (var out = new FileOutputStream(fresh.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
    held += bytes.length;
    return file;
  }

  /** Gives up the oldest files until no more than allowed is held. Returns how many. */
  public int makeRoom() throws IOException {
    if (held <= most) {
      return 0;
    }
    int given = 0;
    for (var file : oldestFirst()) {
      if (held <= most) {
        break;
      }
      held -= Files.size(file);
      Files.delete(file);
      given++;
    }
    return given;
  }

  private List<Path> oldestFirst() throws IOException {
    try (var one = Files.list(open);
        var other = Files.list(restricted)) {
      return Stream.concat(one, other)
          .filter(file -> !name(file).startsWith(NEW))
          .sorted(Comparator.comparing(MediaFolder::name))
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Also when the station is being stopped: what is on the disk is then on the disk. */
  private static void sync(Path folder) throws IOException {
    boolean stopping = Thread.interrupted();
    try {
      force(folder);
    } catch (ClosedByInterruptException stopped) {
      stopping = Thread.interrupted();
      force(folder);
    } finally {
      if (stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
