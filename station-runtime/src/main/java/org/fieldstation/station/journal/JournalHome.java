package org.fieldstation.station.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.journal.JournalException.Code;
import org.jspecify.annotations.Nullable;

/**
 * The folder a journal lives in, held by one process at a time. A journal that is damaged, or that
 * a newer release has left in a shape not understood here, is set aside, whole, and a new one is
 * begun: a station that cannot read its past still records its present.
 */
public final class JournalHome implements AutoCloseable {
  private static final List<String> FILES =
      List.of("journal.db", "journal.db-wal", "journal.db-shm");

  private static final String LOCK = "station.lock";

  private final FileChannel lockFile;
  private final Journal journal;
  private final @Nullable JournalException damage;

  private JournalHome(FileChannel lockFile, Journal journal, @Nullable JournalException damage) {
    this.lockFile = lockFile;
    this.journal = journal;
    this.damage = damage;
  }

  /**
   * Opens the journal of a folder, making both where there are none.
   *
   * @throws JournalException when another process holds it, or it cannot be written
   */
  public static JournalHome open(
      Path folder, Moment now, RandomGenerator random, Function<Span, byte[]> effortBody) {
    var lockFile = lock(folder);
    boolean opened = false;
    try {
      var home = open(lockFile, folder, now, random, effortBody);
      opened = true;
      return home;
    } finally {
      if (!opened) {
        release(lockFile);
      }
    }
  }

  private static JournalHome open(
      FileChannel lockFile,
      Path folder,
      Moment now,
      RandomGenerator random,
      Function<Span, byte[]> effortBody) {
    var file = file(folder);
    try {
      return new JournalHome(lockFile, Journal.open(file, now, random, effortBody), null);
    } catch (JournalException e) {
      if (e.code() != Code.DAMAGED && e.code() != Code.NEWER) {
        throw e;
      }
      var aside = setAside(folder, e.code(), random);
      var told = new JournalException(e.code(), e.getMessage() + "; set aside as " + aside, e);
      return new JournalHome(lockFile, Journal.open(file, now, random, effortBody), told);
    }
  }

  /** The journal's file in a folder. */
  public static Path file(Path folder) {
    return folder.resolve(FILES.getFirst());
  }

  /**
   * Whether a station is running in that folder. Asked of the kernel's list of locks (proc(5)),
   * because trying the lock would take it for a moment from a station that is just starting.
   */
  public static boolean isHeld(Path folder) {
    try {
      var inode = ":" + Files.getAttribute(folder.resolve(LOCK), "unix:ino") + " ";
      return Files.readString(Path.of("/proc/locks")).lines().anyMatch(it -> it.contains(inode));
    } catch (IOException | UnsupportedOperationException nobody) {
      return false;
    }
  }

  public Journal journal() {
    return journal;
  }

  /** What was wrong with the journal that was set aside, if one was. */
  public Optional<JournalException> damage() {
    return Optional.ofNullable(damage);
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw held(folder, null);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw held(folder, e);
    } catch (IOException e) {
      throw new JournalException(
          Code.READ_ONLY,
          folder + ": cannot be written; check its owner and that the disk is mounted rw",
          e);
    }
  }

  private static JournalException held(Path folder, @Nullable Exception cause) {
    return new JournalException(
        Code.HELD, folder + ": a station is already running here; stop it first", cause);
  }

  private static String setAside(Path folder, Code why, RandomGenerator random) {
    var word = why == Code.NEWER ? ".newer-" : ".damaged-";
    var suffix = word + Integer.toHexString(random.nextInt());
    try {
      for (var name : FILES) {
        if (Files.exists(folder.resolve(name))) {
          Files.move(folder.resolve(name), folder.resolve(name + suffix));
        }
      }
      return FILES.getFirst() + suffix;
    } catch (IOException e) {
      throw new JournalException(
          Code.READ_ONLY, folder + ": cannot set a damaged journal aside", e);
    }
  }

  private static void release(FileChannel lockFile) {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new JournalException(Code.FAILED, "the lock cannot be let go: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      journal.close();
    } finally {
      release(lockFile);
    }
  }
}
