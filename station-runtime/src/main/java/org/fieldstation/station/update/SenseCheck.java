package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.JournalException;
import org.fieldstation.station.journal.JournalReader;

/** Every sensor that delivered in the old release delivers in this one, by the effort ledger. */
public final class SenseCheck implements Check {
  private final Path folder;
  private final Supplier<Set<String>> wanted;

  /**
   * @param folder the journal's
   * @param wanted sensors that delivered before
   */
  public SenseCheck(Path folder, Supplier<Set<String>> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  @Override
  public Optional<String> objection() {
    var working = working(folder);
    return wanted.get().stream()
        .sorted()
        .filter(sensor -> !working.contains(sensor))
        .findFirst()
        .map(sensor -> "trial-sensor-" + sensor);
  }

  /** Sensors whose latest effort since this start is not a fault. */
  static Set<String> working(Path folder) {
    try (var reader = JournalReader.open(folder)) {
      return reader.latestEfforts().entrySet().stream()
          .filter(one -> one.getValue() != Effort.FAULT && one.getValue() != Effort.DOWN)
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    } catch (JournalException _) {
      return Set.of();
    }
  }
}
