package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.PosixDisk;
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
 * The update's side of {@code scripts/rigs/powercut}, which cuts the disk under it at every write:
 * the real state machine, slots and launcher on a real file system.
 *
 * <pre>
 * load FOLDER good|sick   updates; at each phase "ack PHASE", and goes on when told "go"
 * check FOLDER good|sick  starts what a cut left by the launcher and lives on to the end:
 *                         "ok VERSION-STARTED", or "BROKEN …"
 * </pre>
 */
final class PowerCutRig {
  private static final Path LAUNCHER = Path.of("scripts/lib/ota/launch.sh");
  private static final Releases OLD = release("1.0.0", 1);
  private static final Releases NEW = release("1.1.0", 2);
  private static final int MOST_STARTS = 30;

  private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
  private final PosixDisk disk = new PosixDisk();
  private final Signers signers = new Signers();

  private PowerCutRig() {
    var files = new HashMap<String, Bundler.File>();
    NEW.files()
        .forEach((path, it) -> files.put(path, new Bundler.File(it, path.startsWith("bin/"))));
    var objects = signers.repository.files;
    var made =
        new Bundler((hash, bytes) -> objects.put("objects/" + hash, bytes), List.of(OLD.files()))
            .bundle("1.1.0", files);
    var target = target(made);
    signers.publish(1, target);
    objects.put("targets/" + target.sha256() + ".station.manifest", made.bytes());
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    new PowerCutRig().listen();
  }

  private void listen() throws IOException, InterruptedException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var words = line.split(" ", -1);
      var root = Path.of(words[1]);
      boolean sick = words[2].equals("sick");
      switch (words[0]) {
        case "load" -> load(root, sick);
        case "check" -> System.out.println(check(root, sick));
        default -> throw new IOException("no command: " + line);
      }
    }
  }

  private void load(Path root, boolean sick) throws IOException, InterruptedException {
    var slots = new Slots(disk, root);
    slots.stage(OLD.manifest(), OLD.contents());
    slots.switchTo(OLD.manifest().slot());
    trust(root).install(signers.firstRoot());
    acknowledge("READY");
    live(root, station(sick), phase -> acknowledge(phase.name()));
    acknowledge("ENDED");
    System.out.println("done");
  }

  private void acknowledge(String what) {
    System.out.println("ack " + what);
    try {
      in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts and runs until nothing is left to do. */
  private void live(Path root, FakeStation station, Consumer<Phase> watcher)
      throws IOException, InterruptedException {
    for (int start = 0; start < MOST_STARTS; start++) {
      launch(root);
      var updater =
          new Updater(
              disk,
              root,
              new Slots(disk, root).current().orElseThrow(),
              trust(root),
              signers.repository,
              station,
              Limits.field(),
              watcher);
      station.uptime = Duration.ZERO;
      var pause = updater.run();
      while (pause == Pause.PROOF) {
        station.uptime = station.uptime.plusMinutes(1);
        pause = updater.run();
      }
      if (pause == Pause.CHOICE) {
        return;
      }
    }
    throw new IOException("no end in " + MOST_STARTS + " starts");
  }

  private String check(Path root, boolean sick) throws InterruptedException {
    try {
      var started = launch(root);
      var station = station(sick);
      live(root, station, _ -> {});
      var slots = new Slots(disk, root);
      var current = slots.manifest(slots.current().orElseThrow()).orElseThrow();
      var wanted = sick ? "1.0.0" : "1.1.0";
      if (!slots.isWhole(current)) {
        return "BROKEN " + current.version() + " is not whole";
      }
      return current.version().equals(wanted)
          ? "ok " + started
          : "BROKEN ended with " + current.version() + ", said " + station.reports;
    } catch (IOException | RuntimeException e) {
      return "BROKEN " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }

  /** What the launcher starts says its version. */
  private static String launch(Path root) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("sh", LAUNCHER.toString(), root.toString(), "bin/station")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("the launcher started nothing");
    }
    return said;
  }

  private static FakeStation station(boolean sick) {
    var station = new FakeStation();
    station.chosen = Optional.of("station.manifest");
    station.healthy = !sick;
    return station;
  }

  private TrustClient trust(Path root) {
    var store = new DiskStore(disk, root.resolve("trust"));
    return new TrustClient(store, new TrustedTime(() -> Signers.NOW, store, Instant.EPOCH));
  }

  private static Releases release(String version, long seed) {
    var files = new TreeMap<String, byte[]>();
    for (int i = 0; i < 12; i++) {
      var bytes = new byte[new SplittableRandom(i).nextInt(2_000, 40_000)];
      new SplittableRandom(i < 8 ? i : i * seed).nextBytes(bytes);
      files.put("lib/part%d.jar".formatted(i), bytes);
    }
    files.put("bin/station", ("#!/bin/sh\necho " + version + "\n").getBytes(UTF_8));
    return Releases.of(version, files);
  }

  private static Target target(Manifest made) {
    var architectures = new Items(List.of(Json.text("aarch64")));
    var custom =
        Fields.of(
            Map.of("architectures", architectures, "java", Json.whole(25), "epoch", Json.whole(1)));
    return new Target("station.manifest", made.bytes().length, Sha256.of(made.bytes()), custom);
  }
}
