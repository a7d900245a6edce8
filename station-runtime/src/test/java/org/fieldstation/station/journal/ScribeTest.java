package org.fieldstation.station.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScribeTest {
  private static final int ROOM = 5;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final Disk disk = new Disk();
  private final Scribe scribe = new Scribe(disk, time, ROOM, ScribeTest::lost);

  @AfterEach
  void stop() throws InterruptedException {
    time.stopAll();
  }

  @Test
  void anAlertIsWrittenAtOnceADetectionWithinASecondAndEffortWithinTen()
      throws InterruptedException {
    time.start("scribe", () -> scribe.write(() -> {}));
    scribe.put(effort());
    time.sleep(Duration.ofMillis(9_900));
    assertThat(disk.written).isEmpty();
    time.sleep(Duration.ofMillis(200));
    assertThat(disk.written).hasSize(1);

    scribe.put(fact(Lane.DATA));
    time.sleep(Duration.ofMillis(1_100));
    assertThat(disk.written).hasSize(2);

    scribe.put(fact(Lane.URGENT));
    time.sleep(Duration.ofMillis(1));
    assertThat(disk.written).hasSize(3);
  }

  @Test
  void whatIsImpatientTakesEverythingThatWaitsWithItInOneBatch() throws InterruptedException {
    time.start("scribe", () -> scribe.write(() -> {}));
    scribe.put(effort());
    scribe.put(fact(Lane.DATA));
    scribe.put(fact(Lane.URGENT));
    time.sleep(Duration.ofMillis(1));

    assertThat(disk.batches).isEqualTo(1);
    assertThat(disk.written).hasSize(3);
  }

  @Test
  void aDiskThatRefusesLosesNothingAndNothingChangesItsOrder() {
    disk.full = true;
    scribe.put(fact(Lane.DATA));
    assertThatThrownBy(scribe::flush).isInstanceOf(JournalException.class);
    scribe.put(fact(Lane.URGENT));
    disk.full = false;
    scribe.flush();

    assertThat(disk.written)
        .extracting(note -> ((Note.Fact) note).lane())
        .containsExactly(Lane.DATA, Lane.URGENT);
  }

  @Test
  void notesThatFindNoRoomAreCountedAndTheCountIsTheFirstThingSaid() {
    disk.full = true;
    for (int i = 0; i < ROOM + 3; i++) {
      scribe.put(fact(Lane.DATA));
    }
    assertThatThrownBy(scribe::flush).isInstanceOf(JournalException.class);
    disk.full = false;
    scribe.flush();

    assertThat(disk.written).hasSize(ROOM + 1).first().isEqualTo(lost(3));
  }

  @Test
  void listenersHearOfABatchOnlyWhenItIsOnTheDisk() {
    var rings = new ArrayList<Integer>();
    scribe.onWritten(() -> rings.add(disk.written.size()));
    disk.full = true;
    scribe.put(fact(Lane.DATA));
    assertThatThrownBy(scribe::flush).isInstanceOf(JournalException.class);
    assertThat(rings).isEmpty();
    disk.full = false;
    scribe.flush();

    assertThat(rings).containsExactly(1);
  }

  private static Note lost(long notes) {
    return new Note.Attended(
        new Span("lost " + notes, Duration.ZERO, Duration.ofSeconds(1), Effort.FAULT, ""));
  }

  private static Note effort() {
    return new Note.Attended(
        new Span("microphone", Duration.ZERO, Duration.ofSeconds(3), Effort.CLASSIFIED, ""));
  }

  private Note fact(Lane lane) {
    return new Note.Fact(lane, Kind.FAULT, Stamp.of(1, time.now()), new byte[0]);
  }

  /** A disk that can be full. */
  private static final class Disk implements Scribe.Book {
    private final List<Note> written = new ArrayList<>();
    private int batches;
    private boolean full;

    @Override
    public void write(Moment now, List<Note> notes) {
      if (full) {
        throw new JournalException(JournalException.Code.FULL, "the disk is full");
      }
      batches++;
      written.addAll(notes);
    }
  }
}
