package org.fieldstation.station.classify;

import java.io.IOException;
import org.fieldstation.models.ModelCard;

/** One JSON object a line for each detection. */
public final class JsonLines implements Export {
  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    for (var row : findings.rows()) {
      var line =
          new Json()
              .text("file", findings.file().toString())
              .number("start_s", row.start(), 3)
              .number("end_s", row.end(), 3)
              .text("label", row.label().id())
              .text("scientific_name", row.label().scientificName())
              .number("score", row.score(), 4)
              .text("model", provenance(findings.model()));
      out.append(line.toString()).append('\n');
    }
  }

  /** Exactly which model spoke. */
  private static String provenance(ModelCard card) {
    return card.id() + "@" + card.version() + "#" + card.sha256();
  }
}
