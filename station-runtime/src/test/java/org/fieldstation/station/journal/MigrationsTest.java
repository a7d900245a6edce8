package org.fieldstation.station.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update brings the journal to a new shape, and is taken back: the old release goes on. */
class MigrationsTest {
  private static final Migrations ADDS = new Migrations(List.of("V001.sql", "V002-adds.sql"));
  private static final Migrations TAKES = new Migrations(List.of("V001.sql", "V002-takes.sql"));
  private static final Moment NOW =
      new Moment(
          Instant.parse("2026-11-27T12:00:00Z"),
          TimeSource.NTP,
          Duration.ZERO,
          Duration.ofHours(1));

  @TempDir Path folder;

  @Test
  void theOldReleaseGoesOnWithTheSameJournalAfterARollbackAndTheNewOneFindsItAll()
      throws SQLException {
    live("before the update");
    newer(ADDS);
    live("after the rollback");
    newer(ADDS);

    assertThat(bodies()).containsExactly("before the update", "after the rollback");
    try (var reader = JournalReader.open(folder)) {
      assertThat(reader.faults()).isEmpty();
      assertThat(reader.boots()).isEqualTo(2);
      assertThat(reader.latestEfforts()).containsEntry("microphone", Effort.CLASSIFIED);
    }
  }

  @Test
  void aShapeTheOldReleaseDoesNotUnderstandIsSetAsideWholeAndItStillRecords() throws Exception {
    live("before the update");
    newer(TAKES);
    live("after the rollback");

    assertThat(bodies()).containsExactly("after the rollback");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .anyMatch(name -> name.startsWith("journal.db.newer-"));
    }
  }

  /** SQLite finds nothing wrong with it, and nothing can be written. */
  @Test
  void aJournalFromWhichAReleaseTookATableIsSetAsideWholeAndTheOldOneStillRecords()
      throws Exception {
    live("before the update");
    try (var sql = JournalFile.open(JournalHome.file(folder))) {
      sql.script("PRAGMA foreign_keys = OFF");
      sql.script("DROP TABLE record");
    }
    live("after the rollback");

    assertThat(bodies()).containsExactly("after the rollback");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .anyMatch(name -> name.startsWith("journal.db.damaged-"));
    }
  }

  @Test
  void everyMigrationSaysWhichReleaseStillWorksWithIt() throws Exception {
    for (var script : Migrations.OURS.scripts().subList(1, Migrations.OURS.scripts().size())) {
      try (var in = Migrations.class.getResourceAsStream(script)) {
        assertThat(new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8))
            .as(script)
            .startsWith("-- least: ");
      }
    }
  }

  private void live(String said) {
    try (var home = JournalHome.open(folder, NOW, new Random(1), span -> new byte[] {1})) {
      var journal = home.journal();
      var stamp = Stamp.of(journal.boot(), NOW);
      journal.write(
          NOW,
          List.of(
              new Note.Fact(Lane.DATA, Kind.FAULT, stamp, said.getBytes(UTF_8)),
              new Note.Attended(
                  new Span(
                      "microphone",
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(9),
                      Effort.CLASSIFIED,
                      ""))));
    }
  }

  private void newer(Migrations migrations) throws SQLException {
    JournalFile.open(JournalHome.file(folder), migrations).close();
  }

  private List<String> bodies() {
    var bodies = new java.util.ArrayList<String>();
    try (var reader = JournalReader.open(folder)) {
      reader.items((_, item) -> {
        if (item instanceof Item.Entry record && record.kind() == Kind.FAULT) {
          bodies.add(new String(record.body(), UTF_8));
        }
      });
    }
    return bodies;
  }
}
