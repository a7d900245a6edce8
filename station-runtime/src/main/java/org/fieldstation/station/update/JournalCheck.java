package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.JournalException;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Lane;

/**
 * Writes a record and reads it back from the file through another connection. Once it has worked it
 * is believed.
 */
public final class JournalCheck implements Check {
  private final Journal journal;
  private final Path folder;
  private final Runnable write;
  private OptionalLong before = OptionalLong.empty();
  private boolean passed;

  /**
   * @param folder the journal's
   * @param write has an urgent record written, now
   */
  public JournalCheck(Journal journal, Path folder, Runnable write) {
    this.journal = journal;
    this.folder = folder;
    this.write = write;
  }

  @Override
  public Optional<String> objection() {
    if (!passed) {
      passed = isReadBack();
    }
    return passed ? Optional.empty() : Optional.of("trial-journal");
  }

  private boolean isReadBack() {
    LongSupplier last = () -> journal.last(Lane.URGENT);
    if (before.isEmpty()) {
      before = OptionalLong.of(last.getAsLong());
      try {
        write.run();
      } catch (JournalException _) {
        return false; // it stays in the queue, and the journal's own path says why
      }
    }
    try (var reader = JournalReader.open(folder)) {
      return reader.lanes().stream()
          .anyMatch(lane -> lane.lane() == Lane.URGENT && lane.last() > before.getAsLong());
    } catch (JournalException _) {
      return false; // what cannot be read is not well, and its own path says why
    }
  }
}
