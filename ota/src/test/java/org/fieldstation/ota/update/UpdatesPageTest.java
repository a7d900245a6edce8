package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table people read is the table the program goes by. */
class UpdatesPageTest {
  private static final Path PAGE = Path.of("../docs/updates.md");

  @Test
  void theTableOnThePageIsTheTableInTheCode() throws IOException {
    assumeTrue(Files.exists(PAGE), "the page is compared in a checkout");
    Map<Phase, Set<Phase>> page = new EnumMap<>(Phase.class);
    Map<Phase, Set<Phase>> code = new EnumMap<>(Phase.class);
    var rows = Files.readAllLines(PAGE);
    for (var phase : Phase.values()) {
      code.put(phase, phase.next());
      for (var row : rows) {
        if (row.startsWith("| " + phase + " |")) {
          page.put(phase, named(row.substring(row.lastIndexOf('|', row.length() - 2))));
        }
      }
    }
    assertThat(page).isEqualTo(code);
  }

  private static Set<Phase> named(String cell) {
    var named = EnumSet.noneOf(Phase.class);
    for (var phase : Phase.values()) {
      if (cell.matches(".*\\b" + phase + "\\b.*")) {
        named.add(phase);
      }
    }
    return named;
  }
}
