package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.stream.Collectors;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.text.JsonLine;

/** One JSON object a line for each detection. */
public final class JsonLines implements Export {
  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    if (findings.seen().isPresent()) {
      pictures(findings, findings.seen().get(), out);
      return;
    }
    for (var row : findings.rows()) {
      var line =
          new JsonLine()
              .put("file", findings.file().toString())
              .put("start_s", row.start(), 3)
              .put("end_s", row.end(), 3)
              .put("label", row.label().id())
              .put("scientific_name", row.label().scientificName())
              .put("score", row.score(), 4);
      row.label().gbif().ifPresent(key -> line.put("gbif_key", key));
      line.put("model", provenance(findings.model()));
      out.append(line.toString()).append('\n');
    }
  }

  /** A picture has a line even when nothing is in it: that it was looked at is a result. */
  private static void pictures(FileFindings findings, Seen seen, Appendable out)
      throws IOException {
    if (findings.rows().isEmpty()) {
      out.append(picture(findings, seen).put("model", models(seen)).toString()).append('\n');
    }
    for (var row : findings.rows()) {
      var line =
          picture(findings, seen)
              .put("label", row.label().id())
              .put("scientific_name", row.label().scientificName())
              .put("score", row.score(), 4);
      row.label().gbif().ifPresent(key -> line.put("gbif_key", key));
      row.region()
          .ifPresent(box ->
              line.put("left", box.left(), 4)
                  .put("top", box.top(), 4)
                  .put("width", box.width(), 4)
                  .put("height", box.height(), 4));
      out.append(line.put("model", models(seen)).toString()).append('\n');
    }
  }

  private static JsonLine picture(FileFindings findings, Seen seen) {
    return new JsonLine()
        .put("file", findings.file().toString())
        .put("taken", seen.taken().map(Object::toString).orElse(""))
        .put("outcome", seen.outcome().word())
        .put("count", seen.count());
  }

  private static String models(Seen seen) {
    return seen.models().stream().map(JsonLines::provenance).collect(Collectors.joining(" + "));
  }

  /** Exactly which model spoke. */
  private static String provenance(ModelCard card) {
    return card.id() + "@" + card.version() + "#" + card.sha256();
  }
}
