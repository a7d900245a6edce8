package org.fieldstation.sim.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.JournalException;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Ledger.Stretch;

/** Time without a recording, by a station's own ledger of effort. */
final class Gaps {
  private Gaps() {}

  /** Seconds of the longest gap since then. */
  static double longest(Path data, Instant since) {
    var longest = Duration.ZERO;
    Instant heard = null;
    for (var stretch : recorded(data)) {
      if (heard != null && stretch.to().isAfter(since)) {
        var gap = Duration.between(heard, stretch.from());
        longest = gap.compareTo(longest) > 0 ? gap : longest;
      }
      heard = stretch.to();
    }
    return Math.round(longest.toMillis() / 100.0) / 10.0;
  }

  /** Something was recorded after that moment. */
  static boolean recordedSince(Path data, Instant since) {
    var all = recorded(data);
    return !all.isEmpty() && all.getLast().to().isAfter(since);
  }

  private static List<Stretch> recorded(Path data) {
    try (var reader = JournalReader.open(data)) {
      return reader.ledger().stretches().stream()
          .filter(stretch -> stretch.sensor().equals("microphone"))
          .filter(one -> one.effort() == Effort.CLASSIFIED || one.effort() == Effort.GATED)
          .toList();
    } catch (JournalException _) {
      return List.of(); // not begun, or between two releases
    }
  }
}
