package org.fieldstation.sim.depot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Ledger.Stretch;

/** How long nothing was recorded, by the journal's own ledger of effort. */
final class Silences {
  private Silences() {}

  /** The longest silence of each attempt: from one start of the program to the next. */
  static List<Duration> ofAttempts(Path data, List<Instant> starts, Instant end) {
    var recorded = recorded(data);
    var bounds = new ArrayList<>(starts);
    bounds.add(end);
    var silences = new ArrayList<Duration>();
    for (int i = 1; i < bounds.size(); i++) {
      silences.add(longest(recorded, bounds.get(i - 1), bounds.get(i)));
    }
    return silences;
  }

  static List<Stretch> recorded(Path data) {
    try (var reader = JournalReader.open(data)) {
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

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
