package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.disk.DiskException;

/** What the launcher's script does, on a disk that can be cut. */
record FakeLauncher(Disk disk, Path root, Path folder) {

  boolean isNew(String slot) {
    return current().equals(Optional.of(slot));
  }

  private Optional<String> current() {
    return disk.target(root.resolve("current")).map(link -> link.substring("slots/".length()));
  }

  void start() {
    var trial = root.resolve("trial");
    if (!disk.exists(trial)) {
      return;
    }
    var line = new String(disk.read(trial), UTF_8).strip();
    var slot = line.substring(0, line.indexOf(' '));
    var left = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    if (!current().equals(Optional.of(slot))) {
      return;
    }
    if (left == 0 || !isCounted(trial, slot, left - 1)) {
      goBack(trial, slot);
    }
  }

  /** A start that cannot be counted, because the disk is full, may not happen. */
  private boolean isCounted(Path trial, String slot, int left) {
    try {
      disk.replace(trial, "%s %d%n".formatted(slot, left).getBytes(UTF_8));
      return true;
    } catch (DiskException _) {
      return false;
    }
  }

  private void goBack(Path trial, String slot) {
    try {
      disk.replace(root.resolve("bad"), (slot + "\n").getBytes(UTF_8));
    } catch (DiskException _) {
      // the way back needs no room; that it was gone is seen by the links
    }
    var back = disk.target(root.resolve("previous")).orElseThrow();
    disk.delete(root.resolve("current.tmp"));
    disk.makeLink(root.resolve("current.tmp"), back);
    disk.rename(root.resolve("current.tmp"), root.resolve("current"));
    disk.sync(root);
    disk.delete(trial);
    disk.sync(root);
  }
}
