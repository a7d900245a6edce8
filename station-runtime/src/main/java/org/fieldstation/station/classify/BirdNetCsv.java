package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.Locale;

/** Comma-separated values with the columns of BirdNET-Analyzer. */
public final class BirdNetCsv implements Export {
  @Override
  public void begin(Appendable out) throws IOException {
    out.append("Start (s),End (s),Scientific name,Common name,Confidence,File\n");
  }

  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    for (var row : findings.rows()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,%s,%s,%.4f,%s\n",
              row.start(),
              row.end(),
              quoted(row.label().scientificName()),
              quoted(row.commonName()),
              row.score(),
              quoted(findings.file().toString())));
    }
  }

  private static String quoted(String field) {
    return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }
}
