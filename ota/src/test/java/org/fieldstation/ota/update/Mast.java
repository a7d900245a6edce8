package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.DiskException;
import org.fieldstation.ota.disk.MemoryDisk;
import org.fieldstation.ota.disk.MemoryDisk.PowerCut;
import org.fieldstation.ota.disk.MemoryDisk.Survives;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.publish.Bundler;
import org.fieldstation.ota.publish.Signers;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Releases;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.trust.TrustedTime;

/**
 * A whole station far away: a disk that forgets, a repository, a launcher, and nobody who comes. It
 * boots, runs, is cut, boots again, until the update has come to an end.
 */
final class Mast {
  static final Path ROOT = Path.of("/opt");
  static final Releases OLD = Releases.of("1.0.0", 1);
  static final Releases NEW = changed();

  final MemoryDisk disk;
  final FakeStation station = new FakeStation();
  final Signers signers = new Signers();
  final Manifest manifest;
  Repository repository = signers.repository;
  Instant clock = Signers.NOW;
  Consumer<Phase> watcher = _ -> {};
  Survives survives = Survives.ALL;

  /** The new release cannot even start. */
  boolean newCrashes;

  int boots;

  /** What is the same for every mast, made and signed once. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Published(Manifest manifest, Map<String, byte[]> files, byte[] root) {
    static Published first() {
      var signers = new Signers();
      var manifest = publish(signers, List.of("aarch64", "x86_64"), 1);
      return new Published(manifest, Map.copyOf(signers.repository.files), signers.firstRoot());
    }
  }

  private static final Published FIRST = Published.first();

  private static Releases changed() {
    var files = new HashMap<>(OLD.files());
    files.put("bin/station", "new program".getBytes(UTF_8));
    var jar = files.getOrDefault("lib/app.jar", new byte[0]).clone();
    jar[jar.length / 2]++;
    files.put("lib/app.jar", jar);
    return Releases.of("1.1.0", files);
  }

  Mast(long seed) throws IOException {
    disk = new MemoryDisk(seed);
    disk.makeDirectory(ROOT);
    disk.sync(Path.of("/"));
    var slots = new Slots(disk, ROOT);
    slots.stage(OLD.manifest(), OLD.contents());
    slots.switchTo(OLD.manifest().slot());
    manifest = FIRST.manifest();
    signers.repository.files.putAll(FIRST.files());
    station.chosen = Optional.of("station.manifest");
    trust().install(FIRST.root());
  }

  Manifest publish(List<String> architectures, long epoch) {
    return publish(signers, architectures, epoch);
  }

  private static Manifest publish(Signers signers, List<String> architectures, long epoch) {
    var files = new HashMap<String, Bundler.File>();
    NEW.files()
        .forEach(
            (path, bytes) -> files.put(path, new Bundler.File(bytes, path.startsWith("bin/"))));
    var bundler =
        new Bundler(
            (hash, bytes) -> signers.repository.files.put("objects/" + hash, bytes),
            List.of(OLD.files()));
    var made = bundler.bundle("1.1.0", files);
    var target = target(made, architectures, epoch);
    signers.publish(1, target);
    signers.repository.files.put("targets/" + target.sha256() + ".station.manifest", made.bytes());
    return made;
  }

  Target target(long epoch) {
    return target(manifest, List.of("aarch64"), epoch);
  }

  private static Target target(Manifest made, List<String> architectures, long epoch) {
    var words = architectures.stream().map(Json::text).toList();
    var custom =
        Fields.of(
            Map.of(
                "architectures", new Items(words),
                "java", Json.whole(25),
                "epoch", Json.whole(epoch)));
    return new Target("station.manifest", made.bytes().length, Sha256.of(made.bytes()), custom);
  }

  TrustClient trust() {
    var store = new DiskStore(disk, ROOT.resolve("trust"));
    return new TrustClient(store, new TrustedTime(() -> clock, store, Instant.EPOCH));
  }

  Slots slots() {
    return new Slots(disk, ROOT);
  }

  /** Boots and runs until nothing is left to do, or this many boots are used up. */
  void live(int most) {
    for (boots = 0; boots < most; boots++) {
      try {
        launch();
        disk.fullAfter(Long.MAX_VALUE);
        if (new FakeLauncher(disk, ROOT, Path.of("slots")).isNew(manifest.slot()) && newCrashes) {
          continue;
        }
        if (isDone(process())) {
          return;
        }
      } catch (PowerCut _) {
        disk.powerReturns(survives);
      } catch (DiskException e) {
        if (!e.isFull()) {
          throw e;
        }
      }
    }
  }

  /** Somebody else fills the disk, and an hour later it is empty again. */
  void fillDisk() {
    disk.fullAfter(2);
  }

  private void launch() {
    new FakeLauncher(disk, ROOT, Path.of("slots")).start();
  }

  /** One life of the program, a minute a time. */
  private Pause process() {
    var updater = updater();
    var pause = updater.run();
    station.uptime = Duration.ZERO;
    for (int minute = 0; minute < 6000 && pause == Pause.PROOF; minute++) {
      station.uptime = station.uptime.plusMinutes(1);
      pause = updater.run();
    }
    return pause;
  }

  Updater updater() {
    var running = slots().current().orElseThrow();
    return new Updater(disk, ROOT, running, trust(), repository, station, Limits.field(), watcher);
  }

  private boolean isDone(Pause pause) {
    return switch (pause) {
      case CHOICE -> true;
      case LINK, LEAVE, RESTART, PROOF, EAR -> false;
    };
  }

  /** What runs, which is whole whatever happened. */
  String runs() {
    var slots = slots();
    var current = slots.manifest(slots.current().orElseThrow()).orElseThrow();
    if (!slots.isWhole(current)) {
      throw new AssertionError("bricked: " + current.version());
    }
    return current.version();
  }
}
