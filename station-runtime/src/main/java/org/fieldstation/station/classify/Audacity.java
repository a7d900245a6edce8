package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.Locale;

/** A label track of Audacity, as if all files lay one behind the other. */
public final class Audacity implements Export {
  private double before; // seconds of the files told so far

  /** Times run on over files, so it cannot be gone on with, and pictures have none. */
  @Override
  public Takes takes() {
    return Takes.RECORDINGS;
  }

  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    for (var row : findings.rows()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%.3f\t%.3f\t%s\t%.4f\n",
              before + row.start(),
              before + row.end(),
              Tabs.without(row.commonName()),
              row.score()));
    }
    before += findings.seconds();
  }
}
