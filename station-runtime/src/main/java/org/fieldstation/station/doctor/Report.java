package org.fieldstation.station.doctor;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.station.text.JsonLine;

/** Findings for programs: one JSON object a line, the sum of it last. */
public final class Report {
  private static final int DECIMALS = 5;

  private final Tongue tongue;

  public Report(Tongue tongue) {
    this.tongue = tongue;
  }

  public List<String> lines(List<Finding> findings) {
    return Stream.concat(
            findings.stream().map(this::line),
            Stream.of(
                new JsonLine()
                    .put("ok", Sheet.count(findings, Grade.OK))
                    .put("warning", Sheet.count(findings, Grade.WARNING))
                    .put("failed", Sheet.count(findings, Grade.FAILED))
                    .put("skipped", Sheet.count(findings, Grade.SKIPPED))))
        .map(JsonLine::toString)
        .toList();
  }

  private JsonLine line(Finding finding) {
    var line =
        new JsonLine()
            .put("part", finding.part())
            .put("device", finding.device())
            .put("health", Tongue.word(finding.grade()))
            .put("code", finding.said().key())
            .put("said", tongue.say(finding.said()))
            .put("do", finding.advice().map(tongue::say).orElse(""))
            .put("detail", finding.detail());
    for (var reading : finding.readings()) {
      line.put(Tongue.word(reading.quantity()) + " " + reading.unit(), reading.value(), DECIMALS);
    }
    return line;
  }
}
