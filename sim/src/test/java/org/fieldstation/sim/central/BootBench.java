package org.fieldstation.sim.central;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.journal.Lane;

/**
 * Lays a journal with many records that nobody has into the folder in which a station will start.
 * Arguments: the folder, how many.
 */
final class BootBench {
  private static final int AT_ONCE = 50_000;

  private BootBench() {}

  static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]));
    int left = Integer.parseInt(args[1]);
    var file = JournalHome.file(folder);
    try (var backlog = new Backlog(file, new SystemTime())) {
      for (; left > 0; left -= AT_ONCE) {
        backlog.detections(Lane.DATA, Math.min(AT_ONCE, left));
      }
    }
    System.out.printf("{\"journal_bytes\": %d}%n", Files.size(file));
  }
}
