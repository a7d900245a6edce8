package org.fieldstation.sim.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Ledger.Stretch;

/** How long nothing was recorded, by the journal's own ledger of effort. */
final class Silences {
  private Silences() {}

  /** The longest silence of each attempt: from one start of the program to the next. */
  static List<Duration> ofAttempts(Path data, List<Instant> starts, Instant end)
      throws IOException {
    var recorded = recorded(data);
    var bounds = new ArrayList<>(starts);
    bounds.add(end);
    var silences = new ArrayList<Duration>();
    for (int i = 1; i < bounds.size(); i++) {
      silences.add(longest(recorded, bounds.get(i - 1), bounds.get(i)));
    }
    return silences;
  }

  /** When sound was taken in, by the journal and by those that were set aside, earliest first. */
  static List<Stretch> recorded(Path data) throws IOException {
    var stretches = new ArrayList<>(inJournal(data));
    try (var files = Files.newDirectoryStream(data, "journal.db.*")) {
      for (var aside : files) {
        var suffix = aside.getFileName().toString().substring("journal.db".length());
        var folder = Files.createTempDirectory(data, "aside");
        for (var name : List.of("journal.db", "journal.db-wal")) {
          if (Files.exists(data.resolve(name + suffix))) {
            Files.copy(data.resolve(name + suffix), folder.resolve(name));
          }
        }
        stretches.addAll(inJournal(folder));
      }
    }
    stretches.sort(Comparator.comparing(Stretch::from));
    return stretches;
  }

  private static List<Stretch> inJournal(Path folder) {
    try (var reader = JournalReader.open(folder)) {
      return reader.ledger().stretches().stream()
          .filter(stretch -> stretch.sensor().equals("microphone"))
          .filter(one -> one.effort() == Effort.CLASSIFIED || one.effort() == Effort.GATED)
          .toList();
    }
  }

  private static Duration longest(List<Stretch> recorded, Instant from, Instant to) {
    var longest = Duration.ZERO;
    var heard = from;
    for (var stretch : recorded) {
      if (stretch.to().isAfter(from) && stretch.from().isBefore(to)) {
        longest = longer(longest, Duration.between(heard, stretch.from()));
        heard = stretch.to();
      }
    }
    return longer(longest, Duration.between(heard, to));
  }

  /** How much longer than on an idle machine a start takes here: others may be building. */
  static Duration slowness(Path release) throws Exception {
    var time = new SystemTime();
    var begun = time.nanos();
    new ProcessBuilder(release.resolve("bin/station").toString(), "--version")
        .directory(release.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Duration.ofNanos(time.nanos() - begun).multipliedBy(5);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
