package org.fieldstation.station.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.BoardState.Throttle;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.linux.BoardFiles;

/**
 * Whether the computer itself is the one that is configured, and too hot or hungry.
 *
 * @param model how its name must begin
 */
record BoardExam(Path root, String model) implements Examination {

  /** At 80 Cel a Raspberry Pi slows itself down. */
  private static final double HOT = 75;

  @Override
  public String part() {
    return "board";
  }

  @Override
  public Finding look() {
    var other = BoardFiles.model(root).filter(it -> !it.startsWith(model));
    if (other.isPresent()) {
      return Finding.warning(
          part(), Words.of("board.other", other.get()), Words.of("board.other.do"));
    }
    var state = BoardFiles.state(root);
    var readings =
        state.celsius().stream()
            .mapToObj(celsius -> new Reading(Quantity.CHIP_TEMPERATURE, celsius))
            .toList();
    if (state.now().contains(Throttle.UNDER_VOLTAGE)) {
      return finding(Grade.FAILED, readings, "board.voltage", true);
    }
    if (state.sinceBoot().contains(Throttle.UNDER_VOLTAGE)) {
      return finding(Grade.WARNING, readings, "board.voltage-before", true);
    }
    if (!state.now().isEmpty() || state.celsius().orElse(0) > HOT) {
      return finding(Grade.WARNING, readings, "board.hot", true);
    }
    return readings.isEmpty()
        ? Finding.skipped(part(), Words.of("board.unknown"))
        : finding(Grade.OK, readings, "board.ok", false);
  }

  private Finding finding(Grade grade, List<Reading> readings, String key, boolean advice) {
    return new Finding(
        part(),
        "",
        grade,
        readings,
        Words.of(key),
        advice ? Optional.of(Words.of(key + ".do")) : Optional.empty(),
        "");
  }
}
