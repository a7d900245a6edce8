package org.fieldstation.station.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void theTimeBetweenTwoStartsIsTheStationsOwnAndTheSumIsWallTime() {
    live(NOON, 600);
    live(NOON.plusSeconds(3_600), 300);

    try (var journal = JournalReader.open(folder)) {
      assertThat(journal.ledger().totals())
          .isEqualTo(
              Map.of(
                  "microphone",
                  Map.of(
                      Effort.CLASSIFIED, Duration.ofMinutes(15),
                      Effort.DOWN, Duration.ofMinutes(50))));
    }
  }

  @Test
  void aClockThatIsSetLaterMovesEverythingOfItsStartAndNothingElse() {
    live(NOON, 600);
    try (var home = open(Instant.EPOCH)) {
      var journal = home.journal();
      journal.write(at(Instant.EPOCH, 60), listened(60));
      var set = at(NOON.plusSeconds(3_600), 120);
      journal.repairClock(
          set, new Note.Fact(Lane.URGENT, Kind.CLOCK, Stamp.of(journal.boot(), set), new byte[0]));
    }
    try (var journal = JournalReader.open(folder)) {
      var last = journal.ledger().stretches().getLast();
      assertThat(last.from()).isEqualTo(NOON.plusSeconds(3_600));
      assertThat(last.to()).isEqualTo(NOON.plusSeconds(3_660));
      assertThat(journal.ledger().stretches().getFirst().from()).isEqualTo(NOON);
    }
  }

  @Test
  void noSecondIsEnteredTwice() {
    var attendance = new Attendance("microphone", Duration.ZERO);

    assertThat(attendance.account(Duration.ofSeconds(3), Effort.CLASSIFIED, "")).isPresent();
    assertThat(attendance.account(Duration.ofSeconds(2), Effort.FAULT, "late")).isEmpty();
    assertThat(attendance.account(Duration.ofSeconds(5), Effort.FAULT, "later"))
        .contains(
            new Span(
                "microphone", Duration.ofSeconds(3), Duration.ofSeconds(5), Effort.FAULT, "later"));
  }

  private void live(Instant started, long seconds) {
    try (var home = open(started)) {
      home.journal().write(at(started, seconds), listened(seconds));
    }
  }

  private JournalHome open(Instant started) {
    return JournalHome.open(
        folder, at(started, 0), new SplittableRandom(1), span -> span.sensor().getBytes(UTF_8));
  }

  private static Moment at(Instant started, long seconds) {
    var uptime = Duration.ofSeconds(seconds);
    return new Moment(started.plus(uptime), TimeSource.NTP, Duration.ofMillis(500), uptime);
  }

  private static List<Note> listened(long seconds) {
    return List.of(
        new Note.Attended(
            new Span(
                "microphone", Duration.ZERO, Duration.ofSeconds(seconds), Effort.CLASSIFIED, "")));
  }
}
