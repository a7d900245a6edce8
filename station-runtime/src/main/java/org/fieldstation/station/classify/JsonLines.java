package org.fieldstation.station.classify;

import java.io.IOException;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.text.JsonLine;

/** One JSON object a line for each detection. */
public final class JsonLines implements Export {
  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    for (var row : findings.rows()) {
      var line =
          new JsonLine()
              .put("file", findings.file().toString())
              .put("start_s", row.start(), 3)
              .put("end_s", row.end(), 3)
              .put("label", row.label().id())
              .put("scientific_name", row.label().scientificName())
              .put("score", row.score(), 4)
              .put("model", provenance(findings.model()));
      out.append(line.toString()).append('\n');
    }
  }

  /** Exactly which model spoke. */
  private static String provenance(ModelCard card) {
    return card.id() + "@" + card.version() + "#" + card.sha256();
  }
}
