package org.fieldstation.models.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * Reads label files: ours with columns, and lists of one name a line.
 *
 * <p>A column file starts with {@value #HEADER}, tabs between; an empty threshold is a label that
 * is never told. A seventh column {@code gbif} is optional, and so is a key in it.
 */
final class LabelsReader {
  static final String HEADER = "label\tscientific_name\ten\tzh\tgroup\tthreshold";
  private static final String KEYED = HEADER + "\tgbif";
  private static final int COLUMNS = 6;

  private final String where;

  LabelsReader(String where) {
    this.where = where;
  }

  List<Label> columns(byte[] file) {
    var lines = lines(file);
    boolean keyed = !lines.isEmpty() && lines.getFirst().equals(KEYED);
    if (!keyed && (lines.isEmpty() || !lines.getFirst().equals(HEADER))) {
      throw bad(1, "the first line must be: " + HEADER.replace("\t", ", ") + " (tabs between)");
    }
    var labels = new ArrayList<Label>();
    for (int i = 1; i < lines.size(); i++) {
      labels.add(row(i + 1, lines.get(i).split("\t", -1), keyed ? COLUMNS + 1 : COLUMNS));
    }
    return distinct(labels);
  }

  List<Label> names(byte[] file, double threshold, Group otherwise) {
    var named = new HashMap<String, Integer>();
    return lines(file).stream()
        .map(line -> {
          int nth = named.merge(line, 1, Integer::sum);
          // ImageNet's list has the crane that flies and the crane that lifts.
          return PlainLabel.of(
              nth == 1 ? line : "%s (%d)".formatted(line, nth), threshold, otherwise);
        })
        .toList();
  }

  private Label row(int line, String[] cell, int columns) {
    if (cell.length != columns) {
      throw bad(line, "%d columns instead of %d".formatted(cell.length, columns));
    }
    if (cell[0].isBlank()) {
      throw bad(line, "a label without a name");
    }
    return new Label(
        cell[0],
        cell[1],
        cell[2],
        cell[3],
        group(line, cell[4]),
        threshold(line, cell[5]),
        columns > COLUMNS ? key(line, cell[COLUMNS]) : OptionalLong.empty());
  }

  private OptionalLong key(int line, String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw bad(line, "\"%s\" is no key of GBIF, which is a number".formatted(text));
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private Group group(int line, String name) {
    return Stream.of(Group.values())
        .filter(group -> group.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst()
        .orElseThrow(() -> bad(line, "\"%s\" is not a group".formatted(name)));
  }

  private OptionalDouble threshold(int line, String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double threshold = Double.parseDouble(text);
      Checks.threshold(threshold);
      return OptionalDouble.of(threshold);
    } catch (IllegalArgumentException e) {
      throw bad(line, "\"%s\" is not a threshold above 0 and at most 1".formatted(text));
    }
  }

  private List<Label> distinct(List<Label> labels) {
    var seen = new HashSet<String>();
    for (var label : labels) {
      if (!seen.add(label.id())) {
        throw new ModelException(
            Code.BAD_MANIFEST, "%s: the label \"%s\" is there twice".formatted(where, label.id()));
      }
    }
    return labels;
  }

  private static List<String> lines(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
  }

  private ModelException bad(int line, String what) {
    return new ModelException(Code.BAD_MANIFEST, "%s: line %d: %s".formatted(where, line, what));
  }
}
