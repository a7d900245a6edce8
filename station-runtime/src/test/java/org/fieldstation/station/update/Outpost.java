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

/**
 * A small station and the repository of its publisher, in a folder, with time that tests make pass.
 */
final class Outpost {
  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  static final String URI = "coap://depot/ota/targets/station-2.manifest";

  private final Path folder;
  final SmallDisk disk = new SmallDisk();
  private final SecureRandom random = new SecureRandom();
  private final List<SecretKey> keys =
      IntStream.range(0, 3).mapToObj(_ -> SecretKey.generate(random)).toList();
  final List<String> told = new ArrayList<>();
  final List<String> faults = new ArrayList<>();
  VirtualTime time = new VirtualTime(NOW);
  Optional<String> sickness = Optional.empty();
  int budget = Integer.MAX_VALUE;
  long receipts;
  boolean writes = true;
  double battery = Double.NaN;
  Repository link = (_, _) -> Optional.empty();

  /** It runs release 1, and release 2 for computers like this one is published. */
  Outpost(Path folder) throws IOException {
    this.folder = folder;
    link = new FolderRepository(repository());
    Files.createDirectories(root());
    FirstSlot.lay(disk, root(), "1", release("1", 1_000));
    publish("2", List.of(Resident.thisMachine().architecture()), 100_000);
    Files.copy(repository().resolve("metadata/1.root.json"), root().resolve("root.json"));
  }

  void becomes2() {
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

  void runs() {
    desk().take(Order.ofUri(URI, "reserve"));
    goOn();
  }

  void ends(int result, String reason) {
    var last = desk().status().last().orElseThrow();
    assertThat(last.result()).as(last.reason()).isEqualTo(result);
    assertThat(last.reason()).isEqualTo(reason);
    assertThat(phase()).isEqualTo(Phase.IDLE);
    assertThat(desk().order()).isEmpty();
    assertThat(told).last().asString().contains(reason);
  }

  Phase phase() {
    return desk().status().progress().phase();
  }

  Pause goOn() {
    return updating().goOn();
  }

  void passes(Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The file of a release for computers like this one. */
  static String file(String version) {
    return "station-%s-%s.manifest".formatted(version, Resident.thisMachine().architecture());
  }

  Desk desk() {
    return new Desk(disk, root());
  }

  Path root() {
    return folder.resolve("opt");
  }

  Path repository() {
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

  void publish(String version, List<String> architectures, int bytes) throws IOException {
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

  Updating updating() {
    var settings =
        new UpdateSettings(
            root(),
            Optional.empty(),
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
            () -> writes,
            List.of(() -> sickness),
            purse,
            () -> battery,
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
