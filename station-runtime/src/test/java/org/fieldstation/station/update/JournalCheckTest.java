package org.fieldstation.station.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.JournalException;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release on trial is believed to write when what it wrote was read back. */
class JournalCheckTest {
  private static final Moment NOW =
      new Moment(
          Instant.parse("2026-12-01T12:00:00Z"),
          TimeSource.NTP,
          Duration.ZERO,
          Duration.ofHours(1));

  @TempDir Path folder;
  private JournalHome home;

  @BeforeEach
  void open() {
    home = JournalHome.open(folder, NOW, new Random(1), _ -> new byte[] {1});
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void write() {
    var stamp = Stamp.of(home.journal().boot(), NOW);
    home.journal()
        .write(
            NOW, List.of(new Note.Fact(Lane.URGENT, Kind.UPDATE, stamp, "trial".getBytes(UTF_8))));
  }

  @Test
  void aJournalThatWritesIsWellAtOnceAndNoFaultIsTold() {
    assertThat(new JournalCheck(home.journal(), folder, this::write).objection()).isEmpty();
  }

  @Test
  void aJournalThatRefusesIsNotWellUntilItWrites() {
    var check =
        new JournalCheck(
            home.journal(),
            folder,
            () -> {
              throw new JournalException(JournalException.Code.FAILED, "the disk is full", null);
            });
    assertThat(check.objection()).contains("trial-journal");
    assertThat(check.objection()).contains("trial-journal");
    write(); // what waited is written
    assertThat(check.objection()).isEmpty();
  }
}
