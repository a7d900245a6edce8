package org.fieldstation.ota.slots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.ota.disk.Disk;

/**
 * What the launcher and this program tell each other, as lines a shell can read.
 *
 * <pre>
 * trial   the slot on trial and how many starts it has left; the launcher counts down
 * bad     slots that used up their starts; the launcher appends
 * </pre>
 */
public final class Trial {
  public static final int STARTS = 3;

  private final Disk disk;
  private final Path root;

  public Trial(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  /** Gives that slot its starts, before it becomes current and again whenever it proved healthy. */
  public void grant(String slot) {
    var line = (slot + " " + STARTS + "\n").getBytes(UTF_8);
    var file = root.resolve("trial");
    if (!disk.exists(file) || !java.util.Arrays.equals(disk.read(file), line)) {
      disk.replace(file, line);
    }
  }

  public void end() {
    disk.delete(root.resolve("trial"));
    disk.sync(root);
  }

  public Set<String> bad() {
    var file = root.resolve("bad");
    return disk.exists(file)
        ? new String(disk.read(file), UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
