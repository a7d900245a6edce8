package org.fieldstation.drivers.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.drivers.time.TimeKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera that sees the pictures of a folder, in order of name, over and over: each is looked at
 * for so long as if it had just been taken. Pictures that are damaged are counted and left out.
 */
public final class FolderCamera implements Camera {
  private static final Logger LOG = LoggerFactory.getLogger(FolderCamera.class);
  private static final Set<String> KINDS = Set.of("jpg", "jpeg", "png", "bmp");

  private final Path folder;
  private final List<Path> files;
  private final Duration every;
  private final TimeKeeper time;
  private long due;
  private int next;
  private long number;
  private long damaged;
  private int refusedInARow;
  private volatile boolean closed;

  private FolderCamera(Path folder, List<Path> files, Duration every, TimeKeeper time) {
    this.folder = folder;
    this.files = files;
    this.every = every;
    this.time = time;
    this.due = time.nanos();
  }

  /**
   * Opens a folder, or one picture.
   *
   * @param every how long a picture is looked at
   * @throws DeviceException when there is nothing to see
   */
  public static FolderCamera open(Path folder, Duration every, TimeKeeper time) {
    if (!Files.exists(folder)) {
      throw new DeviceException(Code.ABSENT, folder + ": no such folder");
    }
    if (!Files.isDirectory(folder)) {
      return new FolderCamera(folder, List.of(folder), every, time);
    }
    try (var entries = Files.list(folder)) {
      var files = entries.filter(FolderCamera::isPicture).sorted().toList();
      if (files.isEmpty()) {
        throw new DeviceException(Code.ABSENT, folder + " holds no .jpg, .png or .bmp file");
      }
      return new FolderCamera(folder, files, every, time);
    } catch (IOException e) {
      throw new DeviceException(Code.REFUSED, folder + " cannot be listed; check its owner", e);
    }
  }

  /** Whether a file's name is a picture's; hidden files are not, whatever they end in. */
  public static boolean isPicture(Path file) {
    var name = String.valueOf(file.getFileName());
    var kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && KINDS.contains(kind) && Files.isRegularFile(file);
  }

  @Override
  public String name() {
    return "pictures " + folder;
  }

  @Override
  public Optional<Frame> next() throws InterruptedException {
    var picture = picture();
    long wait = due - time.nanos();
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
    due = Math.max(due, time.nanos() - every.toNanos()) + every.toNanos();
    if (closed) {
      throw new DeviceException(Code.CLOSED, name() + " was closed");
    }
    return Optional.of(new Frame(number++, time.now(), picture.mediaType(), picture.bytes()));
  }

  private PictureFile picture() {
    while (true) {
      var file = files.get(next);
      next = (next + 1) % files.size();
      try {
        var picture = PictureFile.open(file);
        refusedInARow = 0;
        return picture;
      } catch (DeviceException e) {
        if (++refusedInARow >= files.size()) {
          throw new DeviceException(
              Code.DAMAGED, folder + " holds no picture that can be used: " + e.getMessage(), e);
        }
        damaged++;
        number++;
        LOG.warn("skipped: {}", e.getMessage());
      }
    }
  }

  @Override
  public CameraCounts counts() {
    return new CameraCounts(number - damaged, 0, damaged);
  }

  @Override
  public void close() {
    closed = true;
  }
}
