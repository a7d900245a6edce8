package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.collect.CarriedReceipts;
import org.fieldstation.station.collect.CarriedRecords;
import org.fieldstation.station.collect.CollectException;
import org.fieldstation.station.collect.Letterbox;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickTest {
  private static final Secret KEY = Secret.ofHex("00112233445566778899aabbccddeeff");
  private static final String STATION = "ailaoshan-007";

  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final SplittableRandom random = new SplittableRandom(5);
  private Journal journal;
  private CentralStore store;
  private StickDesk desk;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(data());
    journal = Journal.open(data().resolve("journal.db"), time.now(), random, Bodies::effort);
    store = CentralStore.open(folder.resolve("central.db"));
    desk = new StickDesk(store, List.of(new Account(STATION, "id", KEY)), random);
  }

  @AfterEach
  void close() {
    journal.close();
    store.close();
  }

  @Test
  void everythingTravelsOnAStickAndTheReceiptsComeBack() {
    write(Lane.DATA, 5_000);
    write(Lane.URGENT, 3);
    assertThat(collect().records()).isEqualTo(5_003);

    var emptied = desk.empty(stick(), STATION, "reserve");
    assertThat(emptied.receipts()).hasSize(2);
    assertThat(new CentralReport(store.file()).counts(STATION).records()).isEqualTo(5_003);

    assertThat(collect().records()).as("the receipts are known before they are kept").isZero();
    Letterbox.in(data()).empty(journal::receive);
    assertThat(journal.receipt("reserve", Lane.DATA)).isEqualTo(5_000);
    assertThat(journal.receipt("reserve", Lane.URGENT)).isEqualTo(3);
    assertThat(journal.receipt("province", Lane.DATA)).isZero();
  }

  @Test
  void aStickThatIsEmptiedTwiceAndARecordThatAlsoCameByTheLinkAreStoredOnce() {
    write(Lane.DATA, 40);
    collect();
    desk.empty(stick(), STATION, "reserve");
    desk.empty(stick(), STATION, "reserve");
    var report = new CentralReport(store.file());
    assertThat(report.counts(STATION).records()).isEqualTo(40);
    assertThat(report.gaps(STATION)).isEmpty();
  }

  @Test
  void aStickWithAFileGoneOrAlteredOrOfAnotherStationIsRefused() throws IOException {
    write(Lane.DATA, 40);
    collect();
    var parcel = parcelFile();
    var bytes = Files.readAllBytes(parcel);
    var altered = bytes.clone();
    altered[altered.length / 2] ^= 1;
    Files.write(parcel, altered);
    refused(CollectException.Code.NOT_OURS);
    Files.delete(parcel);
    refused(CollectException.Code.MISSING);
    Files.write(parcel, bytes);
    assertThat(desk.empty(stick(), STATION, "reserve").parcels()).isEqualTo(1);
    assertThatThrownBy(() -> desk.empty(stick(), "stranger", "reserve"))
        .hasMessageContaining("no account");
  }

  @Test
  void receiptsThatAStrangerPutOnTheStickForgetNothing() {
    write(Lane.DATA, 40);
    collect();
    var stranger = CarriedReceipts.on(stick(), STATION, "reserve", new byte[16]);
    stranger.write(
        List.of(new org.fieldstation.station.journal.Receipt(journal.epoch(), Lane.DATA, 40)),
        random);
    assertThatThrownBy(this::collect).isInstanceOf(CollectException.class);
    assertThat(Files.exists(data().resolve("letterbox"))).isFalse();
  }

  @Test
  void whatIsOnTheStickTellsAFinderNothing() throws IOException {
    write(Lane.DATA, 40);
    collect();
    for (var file : List.of(parcelFile(), parcelFile().resolveSibling("list"))) {
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("battery", STATION, journal.epoch());
    }
  }

  private void refused(CollectException.Code code) {
    assertThatThrownBy(() -> desk.empty(stick(), STATION, "reserve"))
        .isInstanceOfSatisfying(CollectException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private CarriedRecords.Taken collect() {
    var key = KEY.bytes();
    var receipts = CarriedReceipts.on(stick(), STATION, "reserve", key).read();
    if (!receipts.isEmpty()) {
      Letterbox.in(data()).leave("reserve", receipts);
    }
    try (var reader = JournalReader.open(data())) {
      return CarriedRecords.on(stick(), STATION, "reserve", key)
          .take(reader, "reserve", receipts, random, _ -> {});
    }
  }

  private Path parcelFile() throws IOException {
    try (var files = Files.walk(stick())) {
      return files.filter(file -> file.toString().endsWith(".parcel")).findFirst().orElseThrow();
    }
  }

  private void write(Lane lane, int records) {
    var stamp = Stamp.of(journal.boot(), time.now());
    var body = Bodies.fault("battery", "low", "11.1 V");
    var fact = new Note.Fact(lane, Kind.FAULT, stamp, body);
    journal.write(time.now(), java.util.Collections.nCopies(records, (Note) fact));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path stick() {
    return folder.resolve("stick");
  }
}
