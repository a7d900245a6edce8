package org.fieldstation.ota.update;

import java.nio.file.Path;
import org.fieldstation.ota.disk.Disk;

/**
 * How far an update is, for those who only look.
 *
 * @param release what is being installed; empty when nothing is
 * @param bytes how many have come, over the air
 * @param of how many have to come; 0 before that is known
 */
public record Progress(Phase phase, String release, String slot, long bytes, long of) {

  /** Reads it from the disk and changes nothing there. */
  public static Progress read(Disk disk, Path root) {
    var state = new StateFile(disk, root).load();
    var folder = root.resolve("dl");
    var bytes =
        disk.list(folder).stream().mapToLong(name -> size(disk, folder.resolve(name))).sum();
    var job = state.job();
    return new Progress(state.phase(), job.release(), job.slot(), bytes, job.wanted());
  }

  /** What was there a moment ago may have been installed since. */
  private static long size(Disk disk, Path file) {
    try {
      return disk.exists(file) ? disk.size(file) : 0;
    } catch (org.fieldstation.ota.disk.DiskException _) {
      return 0;
    }
  }
}
