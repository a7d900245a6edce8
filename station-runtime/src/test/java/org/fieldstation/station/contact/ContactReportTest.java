package org.fieldstation.station.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.settings.ContactSettings;
import org.fieldstation.station.settings.ContactSettings.Use;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;

class ContactReportTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private final VirtualTime time = new VirtualTime(NOON);

  @Test
  void anOpenedLidIsUrgentAndCarriesTheTimeOfTheEdge() throws InterruptedException {
    time.sleep(Duration.ofSeconds(10));
    var notes = notes(report(Use.TAMPER), new Change(false, Duration.ofSeconds(4).toNanos()));

    assertThat(notes).hasSize(1);
    assertThat(notes.getFirst().lane()).isEqualTo(Lane.URGENT);
    assertThat(notes.getFirst().kind()).isEqualTo(Kind.CONTACT);
    assertThat(notes.getFirst().stamp().utc()).isEqualTo(NOON.plusSeconds(4));
    assertThat(Bodies.readable(notes.getFirst().body())).isEqualTo("[\"here\",\"tamper\",false]");
  }

  @Test
  void motionIsWrittenDownOnceAMinuteAndItsEndNever() {
    var report = report(Use.MOTION);

    assertThat(notes(report, new Change(true, 0))).hasSize(1);
    assertThat(notes(report, new Change(false, 1))).isEmpty();
    assertThat(notes(report, new Change(true, Duration.ofSeconds(59).toNanos()))).isEmpty();
    assertThat(notes(report, new Change(true, Duration.ofSeconds(61).toNanos()))).hasSize(1);
  }

  @Test
  void aButtonIsWrittenDownWhenItIsPressedAndNotWhenItIsLetGo() {
    var report = report(Use.SHUTDOWN);

    assertThat(notes(report, new Change(true, 0))).hasSize(1);
    assertThat(notes(report, new Change(false, 1))).isEmpty();
  }

  private ContactReport report(Use use) {
    return new ContactReport(new ContactSettings("here", use, "gpio17", Optional.empty()), time, 1);
  }

  private static List<Note.Fact> notes(ContactReport report, Change change) {
    return report.notes(change).map(Note.Fact.class::cast).toList();
  }
}
