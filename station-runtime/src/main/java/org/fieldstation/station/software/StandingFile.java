package org.fieldstation.station.software;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.station.software.Standing.Result;
import org.fieldstation.station.software.Standing.State;
import org.fieldstation.station.software.Standing.Wish;

/** A package's standing on disk: nine lines, replaced whole. */
record StandingFile(Disk disk, Path folder) {
  private static final int LINES = 9;

  private Path file() {
    return folder.resolve("standing");
  }

  /** What cannot be read was never said: whoever wanted it sees that nothing came of it. */
  Standing read() {
    if (!disk.exists(file())) {
      return Standing.FIRST;
    }
    var lines = new String(disk.read(file()), UTF_8).split("\n", -1);
    if (lines.length < LINES) {
      return Standing.FIRST;
    }
    try {
      return new Standing(
          State.valueOf(lines[0]),
          Result.valueOf(lines[1]),
          lines[2],
          lines[3],
          lines[4],
          lines[5],
          lines[6],
          lines[7],
          Wish.valueOf(lines[8]));
    } catch (IllegalArgumentException _) {
      return Standing.FIRST; // of a release with other words
    }
  }

  void write(Standing now) {
    var lines =
        List.of(
            now.state().name(),
            now.result().name(),
            now.uri(),
            now.by(),
            now.folder(),
            now.name(),
            now.version(),
            now.reason().replace('\n', ' '),
            now.wish().name());
    disk.keepDirectory(Disk.folder(folder));
    disk.keepDirectory(folder);
    disk.replace(file(), (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }
}
