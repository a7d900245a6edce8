package org.fieldstation.station.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.wire.Bodies;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final List<Receipt> confirmed = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(2);
  private Journal journal;
  private Outbox outbox;

  @BeforeEach
  void openTheJournal() {
    var random = new SplittableRandom(1);
    journal = Journal.open(folder.resolve("journal.db"), time.now(), random, Bodies::effort);
    outbox = new Outbox(journal, "station", "reserve", time.signal(), confirmed::add);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anAlertOvertakesABacklogAtTheNextParcel() {
    write(Lane.DATA, 300, 20);
    var first = outbox.next().orElseThrow();
    assertThat(first.lane()).isEqualTo(Lane.DATA);

    write(Lane.URGENT, 1, 20);
    assertThat(outbox.next().orElseThrow().lane()).isEqualTo(Lane.URGENT);
    outbox.receive(new Receipt(journal.epoch(), Lane.URGENT, 1));
    assertThat(Wire.encode(outbox.next().orElseThrow())).isEqualTo(Wire.encode(first));
  }

  @Test
  void parcelsFollowEachOtherUntilEverythingIsConfirmed() {
    write(Lane.DATA, 250, 20);
    long upTo = 0;
    for (var parcel = outbox.next(); parcel.isPresent(); parcel = outbox.next()) {
      assertThat(parcel.get().first()).isEqualTo(upTo + 1);
      upTo = parcel.get().last();
      outbox.receive(new Receipt(journal.epoch(), Lane.DATA, upTo));
    }
    assertThat(upTo).isEqualTo(250);
    assertThat(confirmed).hasSizeGreaterThan(1);
  }

  @Test
  void aReceiptThatComesTwiceIsToldOnceButCountsAsProgressEachTime() {
    write(Lane.DATA, 3, 20);
    var progress = new ArrayList<String>();
    var path = outbox.onReceipt(() -> progress.add("done"));
    path.receive(new Receipt(journal.epoch(), Lane.DATA, 3));
    path.receive(new Receipt(journal.epoch(), Lane.DATA, 3));

    assertThat(confirmed).hasSize(1);
    assertThat(progress).hasSize(2);
  }

  @Test
  void aParcelStaysSmallAndARecordTooLargeForItStillGoesAlone() {
    write(Lane.DATA, 3, 3_000);
    assertThat(outbox.next().orElseThrow().items()).hasSize(1);

    write(Lane.URGENT, 1, 50_000);
    assertThat(outbox.next().orElseThrow().items()).hasSize(1);
  }

  @Test
  void parcelsAreOneDatagramAndShrinkWhenTheyAreLost() {
    write(Lane.DATA, 1_500, 100);
    int first = size();
    var bad = outbox.window(new Taking(false)).receipts();
    assertThatThrownBy(bad::findFirst).isInstanceOf(CentralException.class);

    assertThat(first).isBetween(900, 1_100);
    assertThat(size()).isBetween(first / 3, first * 5 / 8);
  }

  @Test
  void onALinkThatIsPaidByTheByteParcelsGrowWhileAllGoesWell() throws Exception {
    write(Lane.DATA, 1_500, 100);
    var paid = outbox.through(new Gate.Unlimited(true));
    var window = paid.window(new Taking(true));
    for (int i = 0; i < 12; i++) {
      paid.receive(window.next().orElseThrow());
    }
    assertThat(Wire.encode(paid.next().orElseThrow()).length).isBetween(5_500, 7_000);
  }

  private int size() {
    return Wire.encode(outbox.next().orElseThrow()).length;
  }

  private record Taking(boolean takes) implements Central {
    @Override
    public String name() {
      return "reserve";
    }

    @Override
    public Receipt deliver(Parcel parcel) {
      if (takes) {
        return new Receipt(parcel.epoch(), parcel.lane(), parcel.last());
      }
      throw new CentralException(CentralException.Code.UNREACHABLE, "gone");
    }

    @Override
    public void close() {}
  }

  @Test
  void aServerThatConfirmsWhatItWasNotSentIsNotBelieved() {
    write(Lane.DATA, 3, 20);

    assertThatThrownBy(() -> outbox.receive(new Receipt(journal.epoch(), Lane.DATA, 4)))
        .isInstanceOfSatisfying(
            CentralException.class,
            e -> assertThat(e.code()).isEqualTo(CentralException.Code.REFUSED));
    assertThat(outbox.next().orElseThrow().first()).isEqualTo(1);
    assertThat(confirmed).isEmpty();
  }

  private void write(Lane lane, int count, int bytes) {
    var stamp = Stamp.of(journal.boot(), time.now());
    var notes =
        IntStream.range(0, count)
            .<Note>mapToObj(_ -> new Note.Fact(lane, Kind.DETECTION, stamp, noise(bytes)))
            .toList();
    journal.write(time.now(), notes);
  }

  /** What packing cannot make shorter. */
  private byte[] noise(int bytes) {
    var noise = new byte[bytes];
    random.nextBytes(noise);
    return noise;
  }
}
