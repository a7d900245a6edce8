package org.fieldstation.station.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.ota.FolderRepository;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.publish.Drafts.Signers;
import org.fieldstation.ota.publish.FirstSlot;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.publish.Signing;
import org.fieldstation.ota.trust.Role;
import org.fieldstation.ota.update.Limits;
import org.fieldstation.ota.update.Pause;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.ota.update.Updater;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.update.Order.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server sees of an update in the firmware object: each result of the specification that
 * this station can have, brought about by what really leads to it.
 */
class UpdatingTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final String URI = "coap://depot/ota/targets/station-2.manifest";

  @TempDir Path folder;

  private final SmallDisk disk = new SmallDisk();
  private final SecureRandom random = new SecureRandom();
  private final List<SecretKey> keys =
      IntStream.range(0, 3).mapToObj(_ -> SecretKey.generate(random)).toList();
  private final List<String> told = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private VirtualTime time = new VirtualTime(NOW);
  private Optional<String> sickness = Optional.empty();
  private int budget = Integer.MAX_VALUE;
  private long receipts;
  private Repository link = (_, _) -> Optional.empty();

  @BeforeEach
  void aStationAndARepository() throws IOException {
    link = new FolderRepository(repository());
    Files.createDirectories(root());
    FirstSlot.lay(disk, root(), "1", release("1", 1_000));
    publish("2", List.of(Resident.thisMachine().architecture()), 100_000);
    Files.copy(repository().resolve("metadata/1.root.json"), root().resolve("root.json"));
  }

  @Test
  void result1AReleaseIsBroughtTriedAndStays() {
    becomes2();
    ends(1, "");
  }

  private void becomes2() {
    assertThat(desk().take(Order.ofUri(URI, "reserve"))).isTrue();
    assertThat(goOn()).isEqualTo(Pause.LEAVE);
    assertThat(phase()).isEqualTo(Phase.STAGED);
    desk().wish(Wish.GO);
    assertThat(goOn()).isEqualTo(Pause.RESTART);
    time = new VirtualTime(NOW.plusSeconds(60)); // the new process
    var trial = updating();
    receipts++;
    assertThat(trial.goOn()).isEqualTo(Pause.PROOF);
    passes(Duration.ofMinutes(6));
    assertThat(trial.goOn()).isEqualTo(Pause.CHOICE);
    assertThat(desk().status().current().orElseThrow()).startsWith("2-");
  }

  @Test
  void result2ThereIsNoRoom() {
    disk.room = 1_000_000;
    runs();
    ends(2, "DISK_FULL");
  }

  @Test
  void result4NothingComesForWeeks() {
    var honest = link;
    link =
        (name, from) -> {
          if (name.startsWith("objects/")) {
            throw new IOException("no link");
          }
          return honest.open(name, from);
        };
    desk().take(Order.ofUri(URI, "reserve"));
    var updating = updating();
    for (int round = 0; round < 10 && desk().order().isPresent(); round++) {
      updating.goOn();
    }
    ends(4, "LINK_LOST");
    assertThat(faults).contains("update-link no link");
  }

  @Test
  void result5ItIsNotWhatWasSigned() throws IOException {
    try (var objects = Files.list(repository().resolve("objects"))) {
      for (var object : objects.toList()) {
        var bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
      }
    }
    runs();
    ends(5, "WRONG_HASH");
  }

  @Test
  void result6ItIsForAnotherMachine() throws IOException {
    publish("2", List.of("riscv64"), 1_000);
    runs();
    ends(6, "WRONG_ARCHITECTURE");
  }

  @Test
  void result7TheAddressLeadsNowhere() {
    for (var uri :
        List.of("coap://depot/ota/targets/rootkit", "nonsense", "coap://depot", "/etc/targets/x")) {
      desk().take(Order.ofUri(uri, "reserve"));
      goOn();
      assertThat(desk().status().last().orElseThrow().result()).as(uri).isEqualTo(7);
    }
  }

  @Test
  void result8TheNewReleaseIsNotWell() {
    desk().take(Order.ofUri(URI, "reserve").and(Wish.GO));
    assertThat(goOn()).isEqualTo(Pause.RESTART);
    time = new VirtualTime(NOW.plusSeconds(60));
    sickness = Optional.of("trial-model");
    var trial = updating();
    trial.goOn();
    passes(Duration.ofMinutes(11));
    assertThat(trial.goOn()).isEqualTo(Pause.RESTART);
    time = new VirtualTime(NOW.plusSeconds(3_600)); // the old release again
    assertThat(goOn()).isEqualTo(Pause.CHOICE);
    ends(8, "NOT_HEALTHY");
    assertThat(faults).contains("trial-model the release on trial is not well");
    assertThat(desk().status().current().orElseThrow()).startsWith("1-");
  }

  @Test
  void result9TheAddressIsOfAnotherKind() {
    desk().take(Order.ofUri("ftp://depot/ota/targets/station-2.manifest", "reserve"));
    goOn();
    ends(9, "UNSUPPORTED_PROTOCOL");
  }

  @Test
  void result10ItIsCalledOff() {
    runs();
    assertThat(phase()).isEqualTo(Phase.STAGED);
    desk().wish(Wish.WITHDRAW);
    goOn();
    ends(10, "CANCELLED");
  }

  @Test
  void result0AnEmptyAddressForgetsItAll() {
    runs();
    desk().reset();
    goOn();
    assertThat(desk().status().last()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.IDLE);
  }

  @Test
  void anotherOrderHasToWaitUntilTheOneThereIsHasEnded() {
    runs();
    assertThat(desk().take(Order.ofUri("coap://other/ota/targets/x", "province"))).isFalse();
    assertThat(desk().take(Order.ofUri(URI, "reserve"))).isTrue(); // the same again
  }

  @Test
  void aBudgetThatIsUsedUpStopsADownloadInTheMiddleAndAnotherDayGoesOn() {
    budget = 30_000;
    desk().take(Order.ofUri(URI, "reserve"));
    int days = 0;
    for (var updating = updating(); phase() != Phase.STAGED && days < 20; days++) {
      updating.goOn();
      budget = 30_000; // midnight
    }
    assertThat(days).isBetween(4, 8);
    assertThat(faults).doesNotContain("update-link no link");
  }

  @Test
  void aPersonHasTheOldReleaseBack() {
    becomes2();
    desk().take(new Order("", "/", "technician", Set.of(Wish.BACK)));
    assertThat(goOn()).isEqualTo(Pause.RESTART);
    assertThat(desk().status().current().orElseThrow()).startsWith("1-");
  }

  private void runs() {
    desk().take(Order.ofUri(URI, "reserve"));
    goOn();
  }

  private void ends(int result, String reason) {
    var last = desk().status().last().orElseThrow();
    assertThat(last.result()).as(last.reason()).isEqualTo(result);
    assertThat(last.reason()).isEqualTo(reason);
    assertThat(phase()).isEqualTo(Phase.IDLE);
    assertThat(desk().order()).isEmpty();
    assertThat(told).last().asString().contains(reason);
  }

  private Phase phase() {
    return desk().status().progress().phase();
  }

  private Pause goOn() {
    return updating().goOn();
  }

  private void passes(Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Desk desk() {
    return new Desk(disk, root());
  }

  private Path root() {
    return folder.resolve("opt");
  }

  private Path repository() {
    return folder.resolve("repository");
  }

  private Path release(String version, int bytes) throws IOException {
    var release = folder.resolve("release-" + version + "-" + bytes);
    Files.createDirectories(release.resolve("bin"));
    var program = new byte[bytes];
    random.nextBytes(program);
    Files.write(release.resolve("bin/station"), program);
    return release;
  }

  private void publish(String version, List<String> architectures, int bytes) throws IOException {
    var publisher = new Publisher(repository(), Zstd.QUICK);
    if (!Files.exists(repository().resolve("metadata"))) {
      var two = new Signers(2, keys.stream().map(SecretKey::key).toList());
      var one = new Signers(1, List.of(keys.getFirst().key()));
      sign(
          publisher.draftRoot(
              Map.of(Role.ROOT, two, Role.TARGETS, two, Role.SNAPSHOT, one, Role.TIMESTAMP, one),
              NOW));
    }
    var terms = new Publisher.Terms(architectures, 25, 1);
    sign(publisher.add(version, release(version, bytes), List.of(), terms, NOW));
    publisher.publish(keys.getFirst(), NOW);
  }

  private void sign(Path draft) throws IOException {
    for (var key : keys.subList(0, 2)) {
      Files.write(draft, Signing.sign(Files.readAllBytes(draft), key));
    }
  }

  private Updating updating() {
    var settings =
        new UpdateSettings(
            root(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var purse =
        new Budget() {
          @Override
          public int left() {
            return budget;
          }

          @Override
          public void spent(int bytes) {
            budget -= bytes;
          }
        };
    var ears =
        new Resident.Ears(
            folder.resolve("data"),
            new Beats(time),
            () -> receipts,
            List.of(() -> sickness),
            purse,
            (code, why) -> faults.add(code + " " + why),
            (release, by, verdict) ->
                told.add(release + " " + by + " " + verdict.result() + " " + verdict.reason()));
    var station = new Resident(disk, root(), settings, desk(), time, ears);
    var sources = new Sources(_ -> link, purse);
    var updater =
        new Updater(
            disk,
            root(),
            desk().status().current().orElseThrow(),
            Trust.client(disk, root(), () -> time.now().utc()),
            Updating.ordered(desk(), sources),
            station,
            new Limits(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(3), 5),
            _ -> {});
    return new Updating(disk, root(), desk(), updater, station, sources);
  }
}
