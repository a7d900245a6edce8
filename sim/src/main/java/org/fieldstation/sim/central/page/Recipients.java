package org.fieldstation.sim.central.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who may look, a line each: "name all|coarse password". */
public record Recipients(Map<String, Recipient> byName) {
  private static final int SHORTEST_PASSWORD = 12;

  record Recipient(View view, String password) {
    @Override
    public String toString() {
      return "a recipient who sees " + view;
    }
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  public static Recipients read(Path file) throws IOException {
    var byName = new HashMap<String, Recipient>();
    int number = 0;
    for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var words = line.strip().split("\\s+", -1);
      if (words.length != 3
          || !words[1].matches("all|coarse")
          || words[2].length() < SHORTEST_PASSWORD) {
        throw new IllegalArgumentException(
            "%s:%d: a recipient is: name all|coarse password, of %d characters or more"
                .formatted(file, number, SHORTEST_PASSWORD));
      }
      byName.put(
          words[0], new Recipient(View.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2]));
    }
    return new Recipients(Map.copyOf(byName));
  }

  /** What somebody who says that name and password sees; empty for nobody known. */
  Optional<View> view(String name, String password) {
    return Optional.ofNullable(byName.get(name))
        .filter(known -> same(known.password(), password))
        .map(Recipient::view);
  }

  /** In the same time for every wrong guess. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
