package org.fieldstation.station.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.BootTable.Boot;
import org.fieldstation.station.journal.EffortTable.Row;

/**
 * The effort ledger in UTC: every second since a sensor's first, once. Time between two starts is
 * the station's own.
 */
public final class Ledger {
  private final List<Stretch> stretches;

  /** What a sensor did from one instant to another. */
  public record Stretch(String sensor, Instant from, Instant to, Effort effort, String reason) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  Ledger(List<Boot> boots, List<Row> rows) {
    Map<Long, Boot> known = boots.stream().collect(Collectors.toMap(Boot::boot, boot -> boot));
    Map<String, List<Row>> sensors =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.span().sensor(), TreeMap::new, Collectors.toList()));
    this.stretches =
        sensors.values().stream().flatMap(own -> account(known, own).stream()).toList();
  }

  /** All of it, by sensor and then by time. */
  public List<Stretch> stretches() {
    return stretches;
  }

  /** How long each sensor did what. */
  public Map<String, Map<Effort, Duration>> totals() {
    var totals = new TreeMap<String, Map<Effort, Duration>>();
    for (var stretch : stretches) {
      totals
          .computeIfAbsent(stretch.sensor(), _ -> new EnumMap<>(Effort.class))
          .merge(stretch.effort(), stretch.length(), Duration::plus);
    }
    return totals;
  }

  /**
   * A clock that was set back between two starts leaves no time between them, rather than a
   * negative one.
   */
  private static List<Stretch> account(Map<Long, Boot> boots, List<Row> rows) {
    var account = new ArrayList<Stretch>();
    for (var row : rows) {
      var boot = boots.get(row.boot());
      if (boot == null) {
        continue;
      }
      var span = row.span();
      var from = boot.started().plus(span.from());
      if (!account.isEmpty() && account.getLast().to().isBefore(from)) {
        account.add(new Stretch(span.sensor(), account.getLast().to(), from, Effort.DOWN, ""));
      }
      account.add(
          new Stretch(
              span.sensor(), from, boot.started().plus(span.to()), span.effort(), span.reason()));
    }
    return account;
  }
}
