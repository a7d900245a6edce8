package org.fieldstation.station.update;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.ota.disk.DiskException;

/** Lets one program at a time work on the slots. The lock ends with the process that holds it. */
public final class OneAtATime {
  private final Path file;

  public OneAtATime(Path root) {
    this.file = root.resolve("lock");
  }

  /** Does it, unless another program is at work. */
  public <T> Optional<T> take(Supplier<T> work) {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var lock = channel.tryLock();
      return lock == null ? Optional.empty() : Optional.of(work.get());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DiskException(file + ": " + e.getMessage(), e);
    }
  }
}
