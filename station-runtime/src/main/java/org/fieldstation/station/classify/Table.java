package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.Locale;

/** A table for people: each file's name, and below it what was heard and when. */
public final class Table implements Export {
  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    if (findings.windows() == 0) {
      return; // refused; that is said elsewhere
    }
    out.append(
        String.format(
            Locale.ROOT, "%s  (%s)\n", Tabs.without(findings.file().toString()), what(findings)));
    if (findings.rows().isEmpty()) {
      out.append("  nothing to tell\n");
    }
    var width = findings.rows().stream().mapToInt(row -> row.commonName().length()).max().orElse(1);
    for (var row : findings.rows()) {
      var when =
          findings.seen().isPresent()
              ? ""
              : String.format(Locale.ROOT, "%8.1f – %8.1f s   ", row.start(), row.end());
      var line =
          String.format(
              Locale.ROOT,
              "  %s%.3f   %-" + width + "s   %s",
              when,
              row.score(),
              row.commonName(),
              row.label().scientificName());
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private static String what(FileFindings findings) {
    return findings
        .seen()
        .map(seen -> "%d x %d, %s".formatted(seen.width(), seen.height(), seen.outcome().word()))
        .orElseGet(() ->
            String.format(
                Locale.ROOT, "%.1f s, %d windows", findings.seconds(), findings.windows()));
  }
}
