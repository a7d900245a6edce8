package org.fieldstation.station.classify;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldstation.models.image.Region;
import org.fieldstation.station.look.Outcome;

/**
 * The table {@code observations} of Camtrap DP 1.0.2, one picture an event: people's tools for
 * camera traps read it. A row that its picture gives no time for has none, and must be given one.
 */
public final class Camtrap implements Export {
  private static final String HEADER =
      "observationID,deploymentID,mediaID,eventID,eventStart,eventEnd,observationLevel,"
          + "observationType,cameraSetupType,scientificName,count,lifeStage,sex,behavior,"
          + "individualID,individualPositionRadius,individualPositionAngle,individualSpeed,"
          + "bboxX,bboxY,bboxWidth,bboxHeight,classificationMethod,classifiedBy,"
          + "classificationTimestamp,classificationProbability,observationTags,"
          + "observationComments\n";

  private final String deployment;
  private final ZoneOffset zone;

  /**
   * @param zone of the cameras' clocks, which pictures do not say
   */
  public Camtrap(String deployment, ZoneOffset zone) {
    this.deployment = deployment;
    this.zone = zone;
  }

  @Override
  public Takes takes() {
    return Takes.PICTURES;
  }

  @Override
  public void begin(Appendable out) throws IOException {
    out.append(HEADER);
  }

  @Override
  public void add(FileFindings findings, Appendable out) throws IOException {
    if (findings.seen().isEmpty()) {
      return;
    }
    var seen = findings.seen().get();
    if (findings.rows().isEmpty()) {
      line(findings, seen, 1, seen.outcome(), Optional.empty(), out);
    }
    for (int i = 0; i < findings.rows().size(); i++) {
      var row = findings.rows().get(i);
      line(findings, seen, i + 1, Outcome.of(row.label().group()), Optional.of(row), out);
    }
  }

  @Override
  public Optional<String> lacking(FileFindings findings) {
    return findings
        .seen()
        .filter(seen -> seen.taken().isEmpty())
        .map(seen ->
            findings.file()
                + ": does not say when it was taken; Camtrap DP wants eventStart and eventEnd, fill"
                + " them in");
  }

  private void line(
      FileFindings findings, Seen seen, int n, Outcome type, Optional<Row> row, Appendable out)
      throws IOException {
    var media = findings.file().toString();
    var time =
        seen.taken()
            .map(taken -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(taken.atOffset(zone)))
            .orElse("");
    boolean named = row.isPresent() && type == Outcome.ANIMAL;
    var cells =
        List.of(
            media + "#" + n,
            deployment,
            media,
            media,
            time,
            time,
            "media",
            type.word(),
            "",
            named ? row.get().label().scientificName() : "",
            row.flatMap(Row::region).isPresent() ? "1" : "",
            "",
            "",
            "",
            "",
            "",
            "",
            "", // of individuals
            part(row, Region::left),
            part(row, Region::top),
            part(row, Region::width),
            part(row, Region::height),
            seen.models().isEmpty() ? "" : "machine",
            models(seen),
            "",
            row.map(one -> String.format(Locale.ROOT, "%.4f", one.score())).orElse(""),
            "",
            row.map(one -> one.label().id()).orElse(""));
    out.append(cells.stream().map(Camtrap::quoted).collect(Collectors.joining(","))).append('\n');
  }

  private interface Side {
    double of(Region region);
  }

  private static String part(Optional<Row> row, Side side) {
    return row.flatMap(Row::region)
        .map(region -> String.format(Locale.ROOT, "%.4f", side.of(region)))
        .orElse("");
  }

  private static String models(Seen seen) {
    return seen.models().stream()
        .map(card -> card.id() + "@" + card.version() + "#" + card.sha256())
        .collect(Collectors.joining(" + "));
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
