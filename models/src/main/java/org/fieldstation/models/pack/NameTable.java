package org.fieldstation.models.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The two plain shapes in which public models bring their names, and no more of either format. */
final class NameTable {
  private static final Pattern PAIR =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9A-Fa-f]{4})|.)");
  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");

  private NameTable() {}

  /** A JSON object of texts. */
  static Map<String, String> json(String text) {
    var names = new HashMap<String, String>();
    var pair = PAIR.matcher(text);
    while (pair.find()) {
      names.put(unescaped(pair.group(1)), unescaped(pair.group(2)));
    }
    return names;
  }

  /** The last column of a CSV file with a heading, or each line of a file that has no commas. */
  static List<String> column(String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || !lines.getFirst().contains(",")) {
      return lines;
    }
    return lines.stream().skip(1).map(NameTable::last).toList();
  }

  private static String last(String line) {
    var cells = new ArrayList<String>();
    var cell = CELL.matcher(line);
    for (int at = 0; at <= line.length() && cell.find(at); at = cell.end() + 1) {
      cells.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
    }
    return cells.getLast().strip();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                found.group(2) != null
                    ? Character.toString(Integer.parseInt(found.group(2), 16))
                    : switch (found.group(1)) {
                      case "n" -> "\n";
                      case "t" -> "\t";
                      case "r" -> "\r";
                      default -> found.group(1);
                    }));
  }
}
