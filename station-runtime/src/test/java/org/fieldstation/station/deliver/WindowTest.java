package org.fieldstation.station.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In virtual time: the line that delivers runs until it waits, and then the test goes on. */
class WindowTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final SplittableRandom random = new SplittableRandom(2);
  private final List<String> fallen = new ArrayList<>();
  private final List<CentralException> failures = new ArrayList<>();
  private final SlowCentral central = new SlowCentral();
  private Journal journal;
  private Outbox outbox;

  @BeforeEach
  void start() {
    journal =
        Journal.open(
            folder.resolve("journal.db"), time.now(), new SplittableRandom(1), Bodies::effort);
    outbox =
        new Outbox(journal, "station", "reserve", time.signal(), _ -> {}).onFallBack(fallen::add);
  }

  @AfterEach
  void close() throws InterruptedException {
    time.stopAll();
    journal.close();
  }

  @Test
  void anAlertLeavesAtOnceWhileABacklogOf100000Drains() throws Exception {
    write(Lane.DATA, 100_000, 20);
    begin();
    int before = central.sent.size();
    assertThat(central.sent).isNotEmpty().allMatch(one -> one.parcel.lane() == Lane.DATA);

    write(Lane.URGENT, 1, 20);
    time.sleep(A_MOMENT); // none of the backlog has been answered

    assertThat(central.sent).hasSize(before + 1);
    assertThat(central.sent.getLast().parcel.lane()).isEqualTo(Lane.URGENT);
    assertThat(before).as("parcels in the air that it meets").isLessThanOrEqualTo(3);
  }

  @Test
  void aParcelThatIsLostHoldsUpOnlyItsOwnPlace() throws Exception {
    write(Lane.DATA, 2_000, 20);
    begin();
    var lost = central.sent.getFirst();
    for (int i = 1; i < 6; i++) {
      central.sent.get(i).answer(0); // stored, but something before it is missing
      time.sleep(A_MOMENT);
    }
    assertThat(central.sent).hasSizeGreaterThan(6);
    assertThat(journal.receipt("reserve", Lane.DATA)).isZero();

    long everything = central.sent.get(5).parcel.last();
    central.sent.forEach(one -> one.answer(everything));
    time.sleep(A_MOMENT);

    assertThat(journal.receipt("reserve", Lane.DATA)).isEqualTo(everything);
    assertThat(lost.parcel.first()).isEqualTo(1);
  }

  @Test
  void aLinkThatAnswersLateGetsFewerAtOnce() throws Exception {
    write(Lane.DATA, 4_000, 20);
    begin();
    for (int i = 0; i < 6; i++) {
      central.sent.get(i).late();
      answer(i);
      time.sleep(A_MOMENT);
    }
    assertThat(underWay()).isEqualTo(1);

    for (int i = 6; i < 14; i++) {
      answer(i);
      time.sleep(A_MOMENT);
    }
    assertThat(underWay()).isEqualTo(3);
  }

  @Test
  void afterAFailureEverythingWithoutAReceiptIsHandedOverAnew() throws Exception {
    write(Lane.DATA, 2_000, 20);
    begin();
    var first = List.copyOf(central.sent);
    first.getFirst().fail();
    time.sleep(A_MOMENT);

    assertThat(failures).hasSize(1);
    assertThat(first).allMatch(SlowCentral.Sent::givenUp);
    begin();
    assertThat(central.sent.get(first.size()).parcel.first()).isEqualTo(1);
  }

  @Test
  void aServerThatWasRestoredFromAnOldBackupGetsAgainWhatItLost() throws Exception {
    write(Lane.DATA, 300, 20);
    outbox.receive(new Receipt(journal.epoch(), Lane.DATA, 200));
    begin();
    assertThat(central.sent.getFirst().parcel.first()).isEqualTo(201);

    central.sent.getFirst().answer(50);
    time.sleep(A_MOMENT);

    assertThat(journal.receipt("reserve", Lane.DATA)).isEqualTo(50);
    assertThat(fallen).singleElement().asString().contains("up to 50 only, no longer up to 200");
    assertThat(central.sent.stream().map(one -> one.parcel.first())).contains(51L);
  }

  @Test
  void whatWasForgottenSinceIsATombstoneForTheServerThatLostIt() throws Exception {
    write(Lane.DATA, 300, 20);
    outbox.receive(new Receipt(journal.epoch(), Lane.DATA, 200));
    time.sleep(Duration.ofDays(10));
    journal.forget(Set.of("reserve"), time.now(), Duration.ofDays(7));
    begin();
    central.sent.getFirst().answer(50);
    time.sleep(A_MOMENT);

    var again =
        central.sent.stream().filter(one -> one.parcel.first() == 51).findFirst().orElseThrow();
    assertThat(again.parcel.items().getFirst()).isEqualTo(new Tombstone(51, 200, "forgotten"));
    again.answer(300);
    time.sleep(A_MOMENT);
    assertThat(journal.receipt("reserve", Lane.DATA)).isEqualTo(300);
  }

  private void answer(int which) {
    var one = central.sent.get(which);
    one.answer(one.parcel.last());
  }

  private long underWay() {
    return central.sent.stream().filter(one -> !one.answered()).count();
  }

  private void begin() throws InterruptedException {
    time.start("delivery", this::deliver);
    time.sleep(A_MOMENT);
  }

  private void deliver() {
    try {
      outbox.window(central).receipts().forEach(outbox::receive);
    } catch (CentralException e) {
      failures.add(e);
    }
  }

  private void write(Lane lane, int count, int bytes) {
    var stamp = Stamp.of(journal.boot(), time.now());
    journal.write(
        time.now(),
        IntStream.range(0, count)
            .<Note>mapToObj(_ -> new Note.Fact(lane, Kind.DETECTION, stamp, noise(bytes)))
            .toList());
  }

  private byte[] noise(int bytes) {
    var noise = new byte[bytes];
    random.nextBytes(noise);
    return noise;
  }
}
