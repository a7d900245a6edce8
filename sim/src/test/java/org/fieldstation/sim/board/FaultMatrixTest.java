package org.fieldstation.sim.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.catalogue.Kind;
import org.fieldstation.drivers.wires.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every chip with every fault: what comes is a fault with its reason or a true value, never a wrong
 * number; and when the fault is over, true values come again. Where a sensor by itself cannot know,
 * the cell says so. The table is written to {@code target/fault-matrix.md}, and is the one in
 * docs/hardware.md.
 */
final class FaultMatrixTest {
  private static final Map<String, Map<Column, String>> TABLE = new TreeMap<>();

  @TempDir Path keep;

  static Stream<Kind> chips() {
    return Chips.ALL.stream();
  }

  static Stream<Arguments> cells() {
    return chips()
        .filter(it -> !(Place.parse(it.usualPlace()) instanceof Place.Pin)) // see CountersTest
        .flatMap(kind -> Stream.of(Column.values()).map(it -> Arguments.of(kind.name(), it)))
        .filter(it -> possible((String) it.get()[0], (Column) it.get()[1]));
  }

  private static boolean possible(String kind, Column column) {
    return switch (Place.parse(Chips.kind(kind).usualPlace())) {
      case Place.OneWire _ -> column != Column.STRANGER;
      case Place.Serial _ -> column != Column.STRANGER && column != Column.DIP;
      default -> true;
    };
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aFaultGivesAReasonOrATrueValue(String name, Column column) throws InterruptedException {
    try (var stand = new Stand(Chips.kind(name), keep)) {
      stand.recover();
      stand.faults.clear();
      var cell = column.cell(stand);
      Column.mend(stand);
      stand.recover();
      TABLE.computeIfAbsent(name, _ -> new TreeMap<>()).put(column, cell);
    }
  }

  @ParameterizedTest
  @MethodSource("chips")
  void everyChipTellsTheTruthWhileNothingIsWrong(Kind kind) throws InterruptedException {
    try (var stand = new Stand(kind, keep)) {
      stand.recover();
      for (int i = 0; i < 20; i++) {
        assertThat(stand.readTruly().faults()).isEmpty();
      }
    }
  }

  @AfterAll
  static void theTableIsTheOneInTheDocs() throws IOException {
    var lines = new StringBuilder("| chip |");
    for (var column : Column.values()) {
      lines.append(' ').append(column).append(" |");
    }
    lines.append("\n|").append("---|".repeat(Column.values().length + 1)).append('\n');
    TABLE.forEach((chip, cells) -> {
      lines.append("| ").append(chip).append(" |");
      for (var column : Column.values()) {
        lines.append(' ').append(cells.getOrDefault(column, "–")).append(" |");
      }
      lines.append('\n');
    });
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/fault-matrix.md"), lines);
    if (TABLE.size() == cells().map(it -> it.get()[0]).distinct().count()) {
      assertThat(Path.of("../docs/hardware.md")).content().contains(lines);
    }
  }
}
