package org.fieldstation.station.classify;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Tells findings as they come: detections to the output, everything else in notes. */
public final class Report {
  private final Export export;
  private final PrintWriter out;
  private final Consumer<String> notes;
  private final Progress progress;
  private int refused;

  /**
   * @param notes takes one line at a time
   */
  public Report(Export export, PrintWriter out, Consumer<String> notes, Progress progress) {
    this.export = export;
    this.out = out;
    this.notes = notes;
    this.progress = progress;
  }

  public void begin() {
    try {
      export.begin(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells what came of one file, at once.
   *
   * @throws UncheckedIOException when nobody takes the output any more
   */
  public void tell(FileFindings findings) {
    progress.clear();
    try {
      export.add(findings, out);
      if (out.checkError()) {
        throw new IOException("refused");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the output cannot be written; is the disk full, or did its reader go away?", e);
    }
    Notes.of(findings).forEach(notes);
    export.lacking(findings).ifPresent(notes);
    refused += findings.refused() ? 1 : 0;
  }

  /** Recordings told so far that could not be used, or not to their end. */
  public int refused() {
    return refused;
  }
}
