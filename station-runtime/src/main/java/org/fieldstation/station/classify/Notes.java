package org.fieldstation.station.classify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be said beside the detections, a line each: what was refused, and what was missed. */
public final class Notes {
  private Notes() {}

  public static List<String> of(FileFindings findings) {
    return Stream.of(refusal(findings), cut(findings), gated(findings))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String refusal(FileFindings findings) {
    if (!findings.refused() || findings.windows() == 0) {
      return findings.refusal();
    }
    return "%s (classified up to %.1f s)".formatted(findings.refusal(), findings.seconds());
  }

  private static String cut(FileFindings findings) {
    return findings.cut() && !findings.refused()
        ? "%s was cut short; classified as far as it goes, %.1f s"
            .formatted(findings.file(), findings.seconds())
        : "";
  }

  private static String gated(FileFindings findings) {
    if (findings.gated().isEmpty()) {
      return "";
    }
    var reasons =
        findings.gated().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return "%s: of %d windows not judged: %s"
        .formatted(findings.file(), findings.windows(), reasons);
  }
}
