package org.fieldstation.station.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list somebody keeps as text: lines of {@code # key: value} that say what it is, a line of
 * column names, then one line an entry, tabs between.
 */
record ListFile(String where, Map<String, String> about, List<List<String>> rows) {
  private static final long LARGEST = 8L << 20;

  static ListFile read(Path file, String... columns) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + ": too large for a list");
      }
      return parse(file.toString(), Files.readAllLines(file), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read as UTF-8 text", e);
    }
  }

  static ListFile parse(String where, List<String> lines, String... columns) {
    var about = new HashMap<String, String>();
    var rows = new ArrayList<List<String>>();
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("#")) {
        var parts = line.substring(1).split(":", 2);
        if (parts.length == 2) {
          about.merge(parts[0].strip(), parts[1].strip(), (a, b) -> a + " " + b);
        }
      } else if (!line.isBlank()) {
        var cells = List.of(line.split("\t", -1)).stream().map(String::strip).toList();
        if (cells.size() != columns.length) {
          throw new IllegalArgumentException(
              "%s, line %d: %d columns instead of %d"
                  .formatted(where, i + 1, cells.size(), columns.length));
        }
        if (!begun && !cells.equals(List.of(columns))) {
          throw new IllegalArgumentException(
              "%s, line %d: the columns must be %s".formatted(where, i + 1, List.of(columns)));
        }
        if (begun) {
          rows.add(cells);
        }
        begun = true;
      }
    }
    return new ListFile(where, Map.copyOf(about), List.copyOf(rows));
  }

  String about(String key) {
    var value = about.get(key);
    if (value == null) {
      throw new IllegalArgumentException("%s: a line \"# %s: …\" is missing".formatted(where, key));
    }
    return value;
  }
}
