package org.fieldstation.sim.hearing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Ledger;
import org.fieldstation.station.wire.Bodies;

/** What a journal says. */
record Said(
    List<Event> models,
    List<String> detections,
    List<String> contexts,
    Ledger ledger,
    List<String> faults) {
  private static final Set<Kind> HEARD = Set.of(Kind.DETECTION, Kind.REJECTION, Kind.EMBEDDING);

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A record about a model. */
  record Event(String what, String model, String pack, String detail) {}

  static Said read(Path folder) {
    var events = new ArrayList<Event>();
    var heard = new ArrayList<String>();
    var contexts = new ArrayList<String>();
    var faults = new ArrayList<String>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((Lane lane, Item item) -> {
        if (item instanceof Item.Entry record) {
          var text = Bodies.readable(record.body());
          if (record.kind() == Kind.MODEL) {
            var parts = TEXT.matcher(text).results().map(found -> found.group(1)).toList();
            events.add(new Event(parts.get(0), parts.get(1), parts.get(2), parts.get(5)));
          } else if (record.kind() == Kind.CONTEXT) {
            contexts.add(text);
          } else if (record.kind() == Kind.FAULT) {
            faults.add(text);
          } else if (HEARD.contains(record.kind())) {
            heard.add(lane + " " + record.kind() + " " + text);
          }
        }
      });
      return new Said(events, heard, contexts, journal.ledger(), faults);
    }
  }

  Map<Effort, Duration> totals(String sensor) {
    return ledger.totals().getOrDefault(sensor, Map.of());
  }

  Duration sum(String sensor) {
    return totals(sensor).values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  Set<String> reasons(String sensor) {
    return ledger.stretches().stream()
        .filter(stretch -> stretch.sensor().equals(sensor))
        .map(Ledger.Stretch::reason)
        .collect(Collectors.toSet());
  }
}
