package org.fieldstation.station.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.journal.JournalReader;

/** Whether what was written down is whole. */
record JournalExam(Path data) implements Examination {

  @Override
  public String part() {
    return "journal";
  }

  /** Two million records on an SD card take their time to be read. */
  @Override
  public Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Finding look() {
    if (!Files.exists(JournalHome.file(data))) {
      return Finding.ok(part(), Words.of("journal.none"));
    }
    try (var journal = JournalReader.open(data)) {
      var faults = journal.faults();
      if (!faults.isEmpty()) {
        return Finding.failed(
            part(), Words.of("journal.damaged"), Words.of("journal.damaged.do"), faults.getFirst());
      }
      long held = journal.lanes().stream().mapToLong(JournalReader.LaneState::held).sum();
      return Finding.ok(part(), Words.of("journal.whole", held, journal.boots()));
    }
  }
}
