package org.fieldstation.station.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fieldstation.station.journal.Lane;

/**
 * What was spent today, by link and lane. It is reserved on the disk in slices before it is spent:
 * a power cut loses what is left of a slice, and never the count of what a bill will hold.
 */
final class Spending {
  private static final long SLICE = 16_384;
  private static final Pattern LINE = Pattern.compile("(\\S+) (URGENT|DATA|MEDIA) ([0-9]{1,15})");

  private final Path file;
  private final Map<Purse, Long> spent = new HashMap<>();
  private final Map<Purse, Long> reserved = new HashMap<>();
  private LocalDate day;

  private record Purse(String link, Lane lane) {}

  private Spending(Path file, LocalDate day) {
    this.file = file;
    this.day = day;
  }

  /** Reads what was spent; a file that is not understood, or of another day, is nothing spent. */
  static Spending open(Path file, LocalDate today) {
    var spending = new Spending(file, today);
    try {
      var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (!lines.isEmpty() && lines.getFirst().equals(today.toString())) {
        lines.stream().skip(1).forEach(spending::take);
      }
    } catch (IOException e) { // none yet, or not text: the day begins with full purses
      spending.reserved.clear();
    }
    spending.spent.putAll(spending.reserved);
    return spending;
  }

  private void take(String line) {
    var parts = LINE.matcher(line);
    if (parts.matches()) {
      var purse = new Purse(parts.group(1), Lane.valueOf(parts.group(2)));
      reserved.put(purse, Long.parseLong(parts.group(3)));
    }
  }

  /** Bytes spent on a link for a lane on this day. */
  long spent(LocalDate today, String link, Lane lane) {
    turn(today);
    return spent.getOrDefault(new Purse(link, lane), 0L);
  }

  /** Spends; the reservation is on the disk when this returns. */
  void spend(LocalDate today, String link, Lane lane, long bytes) {
    turn(today);
    var purse = new Purse(link, lane);
    long now = spent.merge(purse, bytes, Long::sum);
    if (now > reserved.getOrDefault(purse, 0L)) {
      reserved.put(purse, now + SLICE);
      write();
    }
  }

  private void turn(LocalDate today) {
    if (!today.equals(day)) {
      day = today;
      spent.clear();
      reserved.clear();
    }
  }

  private void write() {
    var text =
        reserved.entrySet().stream()
            .map(one -> one.getKey().link() + " " + one.getKey().lane() + " " + one.getValue())
            .sorted()
            .collect(Collectors.joining("\n", day + "\n", "\n"));
    try {
      var part = file.resolveSibling(file.getFileName() + ".part");
      try (var channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": what a link costs cannot be counted", e);
    }
  }

  /** What was spent today, for people: "lte DATA" to bytes. */
  Map<String, Long> today(LocalDate today) {
    turn(today);
    var all = new TreeMap<String, Long>();
    spent.forEach((purse, bytes) -> all.put(purse.link() + " " + purse.lane(), bytes));
    return all;
  }
}
