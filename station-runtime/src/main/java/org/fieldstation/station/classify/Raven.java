package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.Locale;

/**
 * A selection table of Raven, for all files opened together: times run on from one to the next, and
 * the file offset says where in its own file a selection begins.
 */
public final class Raven implements Export {
  private int selection;
  private double before; // seconds of the files told so far

  /** Times run on over files, so it cannot be gone on with, and pictures have none. */
  @Override
  public Takes takes() {
    return Takes.RECORDINGS;
  }

  @Override
  public void begin(Appendable out) throws IOException {
    out.append(
        String.join(
            "\t",
            "Selection",
            "View",
            "Channel",
            "Begin Time (s)",
            "End Time (s)",
            "Low Freq (Hz)",
            "High Freq (Hz)",
            "Common Name",
            "Scientific Name",
            "Species Code",
            "Confidence",
            "Begin Path",
            "File Offset (s)\n"));
  }

  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    for (var row : findings.rows()) {
      selection++;
      out.append(
          String.format(
              Locale.ROOT,
              "%d\tSpectrogram 1\t1\t%.3f\t%.3f\t0\t%d\t%s\t%s\t%s\t%.4f\t%s\t%.3f\n",
              selection,
              before + row.start(),
              before + row.end(),
              findings.model().input().rate() / 2,
              Tabs.without(row.commonName()),
              Tabs.without(row.label().scientificName()),
              Tabs.without(row.label().id()),
              row.score(),
              Tabs.without(findings.file().toString()),
              row.start()));
    }
    before += findings.seconds();
  }
}
