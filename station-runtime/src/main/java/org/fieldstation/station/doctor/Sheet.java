package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Reading;

/** Findings as lines for a narrow terminal: what fails must be seen without scrolling sideways. */
public final class Sheet {
  private static final int WIDTH = 80;
  private static final int NAME = 14;
  private static final String INDENT = " ".repeat(NAME + 5);

  private final Tongue tongue;

  public Sheet(Tongue tongue) {
    this.tongue = tongue;
  }

  /** All lines, the sum of it last. */
  public List<String> lines(List<Finding> findings) {
    var lines = new ArrayList<String>();
    findings.forEach(it -> add(it, lines));
    lines.add("");
    lines.add(tongue.say(sum(findings)));
    return lines;
  }

  /** How many are how. */
  static Words sum(List<Finding> findings) {
    return Words.of(
        "sum",
        count(findings, Grade.OK),
        count(findings, Grade.WARNING),
        count(findings, Grade.FAILED),
        count(findings, Grade.SKIPPED));
  }

  static long count(List<Finding> findings, Grade grade) {
    return findings.stream().filter(it -> it.grade() == grade).count();
  }

  private void add(Finding finding, List<String> lines) {
    var said =
        finding.readings().isEmpty() || finding.grade() != Grade.OK
            ? tongue.say(finding.said())
            : "";
    var values =
        finding.readings().stream()
            .map(this::value)
            .collect(Collectors.joining(tongue.separator()));
    var text = said.isEmpty() ? values : values.isEmpty() ? said : said + ": " + values;
    var first = " " + finding.grade().mark() + "  " + pad(tongue.part(finding.part())) + " ";
    var wrapped = Wrap.text(text, WIDTH - INDENT.length());
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? first : INDENT) + wrapped.get(i));
    }
    if (finding.grade() != Grade.OK) {
      finding
          .advice()
          .ifPresent(it ->
              Wrap.text("→ " + tongue.say(it), WIDTH - INDENT.length())
                  .forEach(line -> lines.add(INDENT + line)));
      if (!finding.device().isEmpty()) {
        lines.add(INDENT + "[" + finding.device() + "]");
      }
      if (!finding.detail().isEmpty()) {
        Wrap.text("(" + finding.detail() + ")", WIDTH - INDENT.length())
            .forEach(line -> lines.add(INDENT + line));
      }
    }
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(0, NAME - Wrap.width(name)));
  }

  private String value(Reading reading) {
    return tongue.quantity(reading.quantity()) + " " + Shown.of(reading);
  }

  /** A value as people in the field write it. */
  private record Shown(String text) {
    static String of(Reading reading) {
      return switch (reading.unit()) {
        case "Cel" -> number("%.1f °C", reading.value());
        case "%RH", "%EL", "%" -> number("%.0f %%", reading.value());
        case "Pa" -> number("%.1f hPa", reading.value() / 100);
        case "lx", "ppm" -> number("%.0f " + reading.unit(), reading.value());
        case "deg" -> number("%.0f°", reading.value());
        case "ug/m3" -> number("%.0f µg/m³", reading.value());
        case "V", "A", "W" -> number("%.3f " + reading.unit(), reading.value());
        case "lat", "lon" -> number("%.5f°", reading.value());
        default -> number("%.1f " + reading.unit(), reading.value());
      };
    }

    private static String number(String format, double value) {
      return String.format(Locale.ROOT, format, value);
    }
  }
}
