package org.fieldstation.sim.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.publish.FirstSlot;
import org.fieldstation.ota.update.Progress;
import org.fieldstation.sim.central.Accounts;
import org.fieldstation.sim.central.CentralServer;
import org.fieldstation.sim.central.console.Console;
import org.fieldstation.sim.central.console.RolloutMain;
import org.fieldstation.sim.depot.Ceremony;
import org.fieldstation.sim.depot.CoapDepot;
import org.fieldstation.sim.depot.LaunchedStation;
import org.fieldstation.sim.depot.OwnRelease;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.update.Desk;

/**
 * An update with the recorder running, in two acts: a release that is good comes to a station over
 * CoAP and stays; another that never starts is taken back by the station itself. Both are ordered
 * by the central server's staged rollout.
 */
public final class UpdateDemo {
  private static final int USAGE = 2;

  private final SystemTime time = new SystemTime();
  private final PosixDisk disk = new PosixDisk();
  private final AtomicLong windows = new AtomicLong();
  private final Path folder;
  private final Path launcher;
  private final Path root;
  private final Site site;

  private UpdateDemo(Path folder, Path launcher) throws IOException {
    this.folder = folder;
    this.launcher = launcher;
    this.root = Files.createDirectories(folder.resolve("opt"));
    this.site = Site.lay(folder, new SecureRandom());
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    var words = Stream.of(arguments).filter(word -> !word.equals("--ota")).toList();
    if (words.size() != 1) {
      System.err.println("usage: scripts/demo --ota");
      System.exit(USAGE);
    }
    var folder = Files.createTempDirectory("fieldstation-update");
    var demo = new UpdateDemo(folder, Path.of(words.getFirst()));
    Runtime.getRuntime().addShutdownHook(new Thread(demo::clean, "update-demo-end"));
    System.exit(demo.run());
  }

  private int run() throws IOException, InterruptedException {
    say("making and signing three releases of this program …");
    var releases = Releases.make(folder, time.now().utc());
    FirstSlot.lay(disk, root, "1.0.0", releases.first());
    Files.copy(releases.root(), root.resolve("root.json"));
    try (var central = CentralServer.start(at(0), site.central(), Accounts.read(site.accounts()));
        var _ =
            Console.open(
                Console.of(site.central()),
                central.firmware(),
                central.firmware()::registered,
                time);
        var depot = CoapDepot.start(folder.resolve("repository"), at(0), Map.of())) {
      site.configureUpdates(central.port(), root);
      say(
          "central server on coaps://127.0.0.1:"
              + central.port()
              + ", releases on coap://127.0.0.1:"
              + depot.port());
      try (var station =
          LaunchedStation.start(
              launcher,
              root,
              List.of("run", "--json", "--config", site.configuration().toString()),
              this::hear)) {
        return acts(central, depot, station);
      }
    }
  }

  private int acts(CentralServer central, CoapDepot depot, LaunchedStation station)
      throws InterruptedException {
    until(() -> windows.get() > 2 && !central.firmware().registered().isEmpty());
    say("station " + Site.STATION + " runs 1.0.0 and records");
    var good = act(depot, station, "1.1.0", "A good release");
    var bad = act(depot, station, "1.2.0", "A release that never starts");
    var runs = slot();
    var well = good.code() == 0 && bad.code() == 1 && runs.startsWith("1.1.0-");
    say(
        well
            ? "The station runs %s, records, and its server knows.".formatted(runs)
            : "This is not how it must end: " + runs);
    System.out.println(
        new JsonLine()
            .put("runs", runs)
            .put("good_gap_s", String.valueOf(good.gap()))
            .put("bad_gap_s", String.valueOf(bad.gap()))
            .put("bad_starts", bad.starts())
            .put("bad_result", bad.result()));
    return well ? 0 : 1;
  }

  private record Act(int code, double gap, int starts, String result) {}

  private Act act(CoapDepot depot, LaunchedStation station, String version, String title)
      throws InterruptedException {
    say("");
    say(title + ": " + version);
    var began = time.now().utc();
    long sent = depot.sent();
    int starts = station.starts().size();
    var uri =
        "coap://127.0.0.1:%d/ota/targets/station-%s.manifest".formatted(depot.port(), version);
    var watching = time.start("progress", this::watch);
    int code =
        RolloutMain.run(
            List.of(uri, version, "--server", site.central().toString(), "--canary", Site.STATION));
    watching.stop();
    until(() -> Gaps.recordedSince(site.station(), time.now().utc().minusSeconds(4)));
    var gap = Gaps.longest(site.station(), began);
    var last = new Desk(disk, root).status().last();
    var result =
        last.map(end -> "%d %s".formatted(end.result(), end.reason())).orElse("none").strip();
    int used = station.starts().size() - starts;
    say(
        "  %,d bytes came; %d restart%s; by the ledger %.1f s were not recorded; result %s"
            .formatted(depot.sent() - sent, used, used == 1 ? "" : "s", gap, result));
    return new Act(code, gap, used, result);
  }

  /** Says each step of the station once. */
  private void watch() throws InterruptedException {
    var last = "";
    while (true) {
      var now = Progress.read(disk, root);
      var line =
          "  %-12s %s%s"
              .formatted(
                  now.phase().name().toLowerCase(Locale.ROOT),
                  slot(),
                  now.of() > 0 ? "   %,d of %,d bytes".formatted(now.bytes(), now.of()) : "");
      if (!line.equals(last)) {
        say(line + "   (" + windows.get() + " windows heard)");
        last = line;
      }
      time.sleep(Duration.ofMillis(300));
    }
  }

  private String slot() {
    return new Desk(disk, root).status().current().orElse("nothing");
  }

  private interface Question {
    boolean isAnswered() throws InterruptedException;
  }

  private void until(Question question) throws InterruptedException {
    long end = time.nanos() + Duration.ofMinutes(4).toNanos();
    while (!question.isAnswered() && time.nanos() < end) {
      time.sleep(Duration.ofMillis(300));
    }
  }

  private void hear(String line) {
    if (line.contains("\"event\":\"window\"")) {
      windows.incrementAndGet();
    } else if (line.startsWith("launcher:")) {
      say("  " + line);
    }
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private void clean() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("demo: " + folder + " stays: " + e.getMessage());
    }
  }

  /** Three releases of this very program, the last of which lost its main class. */
  private record Releases(Path first, Path root) {
    static Releases make(Path folder, Instant now) throws IOException {
      var ceremony = new Ceremony(folder.resolve("repository"), new SecureRandom(), now);
      var folders = List.of("1.0.0", "1.1.0", "1.2.0");
      for (var version : folders) {
        OwnRelease.make(folder.resolve("release-" + version), version);
      }
      var program = folder.resolve("release-1.2.0/bin/station");
      Files.writeString(
          program, Files.readString(program).replace("cli.StationCli", "cli.NoProgram"));
      var first = folder.resolve("release-1.0.0");
      var second = folder.resolve("release-1.1.0");
      ceremony.publish("1.1.0", second, List.of(first), now);
      ceremony.publish("1.2.0", folder.resolve("release-1.2.0"), List.of(second), now);
      var root = Files.write(folder.resolve("root.json"), ceremony.firstRoot());
      return new Releases(first, root);
    }
  }
}
