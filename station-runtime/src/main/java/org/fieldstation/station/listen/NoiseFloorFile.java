package org.fieldstation.station.listen;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the floors of the last days over restarts: a line a day, days since 1970 and dB. What
 * cannot be read is begun anew, since a few days of listening bring it back.
 */
public final class NoiseFloorFile {
  private static final long LARGEST = 4_096;

  private final Path file;

  public NoiseFloorFile(Path file) {
    this.file = file;
  }

  /** The floors that were kept; none when there is no such file, or it is damaged. */
  public Map<Long, Double> read() {
    var days = new TreeMap<Long, Double>();
    try {
      if (Files.exists(file) && Files.size(file) <= LARGEST) {
        for (var line : Files.readAllLines(file)) {
          var cell = line.split("\t", -1);
          double floor = Double.parseDouble(cell[1]);
          if (Double.isFinite(floor)) {
            days.put(Long.parseLong(cell[0]), floor);
          }
        }
      }
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
      return Map.of();
    }
    return days;
  }

  /** Replaces the file: whole, or not at all. */
  public void write(Map<Long, Double> days) {
    var text =
        new TreeMap<>(days)
            .entrySet().stream()
                .map(day -> day.getKey() + "\t" + day.getValue() + "\n")
                .collect(Collectors.joining());
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      // Not through a channel: a station that is told to stop interrupts this thread, which closes
      // channels.
      try (var out = new FileOutputStream(next.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }
}
