package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.models.ModelCard;

/**
 * What came of one recording, or one picture.
 *
 * @param seconds length of the sound that was read
 * @param rows what was heard, in order of time
 * @param windows how many windows were cut from it
 * @param gated how many of them were not judged, by reason
 * @param cut whether the file ends before its sound does
 * @param refusal why it, or the rest of it, could not be used; empty when all of it was
 * @param seen what a picture shows; empty for a recording
 */
public record FileFindings(
    Path file,
    ModelCard model,
    double seconds,
    List<Row> rows,
    int windows,
    Map<String, Integer> gated,
    boolean cut,
    String refusal,
    Optional<Seen> seen) {
  public FileFindings {
    rows = List.copyOf(rows);
    gated = Map.copyOf(gated);
  }

  /** Findings of a recording. */
  public FileFindings(
      Path file,
      ModelCard model,
      double seconds,
      List<Row> rows,
      int windows,
      Map<String, Integer> gated,
      boolean cut,
      String refusal) {
    this(file, model, seconds, rows, windows, gated, cut, refusal, Optional.empty());
  }

  public boolean refused() {
    return !refusal.isEmpty();
  }
}
