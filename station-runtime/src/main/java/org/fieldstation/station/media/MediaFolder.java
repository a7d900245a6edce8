package org.fieldstation.station.media;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.fieldstation.models.Sha256;

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
  private static final int BUFFER = 1 << 16;

  private final Path open;
  private final Path restricted;
  private final long most;
  private final AtomicLong held = new AtomicLong();

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
            held.addAndGet(Files.size(file));
          }
        }
      }
    }
  }

  /** Bytes it holds. */
  public long held() {
    return held.get();
  }

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * A file that is on the disk.
   *
   * @param sha256 of its bytes, lower-case hex
   */
  public record Stored(Path file, String sha256, long size) {}

  /**
   * Puts a file in, durably. May be called from several lines of work.
   *
   * @param ending of its name, for instance {@code jpg}
   */
  public Stored put(Content content, Instant taken, String ending, boolean confidential)
      throws IOException {
    var folder = confidential ? restricted : open;
    var time = TIME.format(taken);
    var fresh = folder.resolve(NEW + time + "." + ending);
    try {
      var sha256 = write(content, fresh);
      long size = Files.size(fresh);
      var name = "%s-%s.%s".formatted(time, sha256.substring(0, HASH_IN_NAME), ending);
      var file = folder.resolve(name);
      boolean known = Files.exists(file); // the very same bytes at the very same time
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
      held.addAndGet(known ? 0 : size);
      return new Stored(file, sha256, size);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String write(Content content, Path fresh) throws IOException {
    var sum = new Sha256();
    // Not a channel: a station that is being stopped would find it closed in the middle.
    try (var file = new FileOutputStream(fresh.toFile())) {
      var out = new BufferedOutputStream(sum.of(file), BUFFER);
      content.to(out);
      out.flush();
      file.getFD().sync();
    }
    return sum.hex();
  }

  /** Gives up the oldest files until no more than allowed is held. Returns how many. */
  public synchronized int makeRoom() throws IOException {
    if (held.get() <= most) {
      return 0;
    }
    int given = 0;
    for (var file : oldestFirst()) {
      if (held.get() <= most) {
        break;
      }
      held.addAndGet(-Files.size(file));
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
