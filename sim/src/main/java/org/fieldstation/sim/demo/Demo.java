package org.fieldstation.sim.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldstation.sim.central.CentralMain;
import org.fieldstation.station.cli.StationCli;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * A whole station and a central server, each in a process of its own, on this machine: what is
 * heard, what is written down, what the server has confirmed, and at the end whether the two agree.
 */
public final class Demo {
  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}]*))");
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(30);
  private static final int FOR_EVER = 1_000_000_000;

  private final AtomicLong windows = new AtomicLong();
  private final AtomicLong sightings = new AtomicLong();
  private volatile @Nullable Program server;
  private volatile @Nullable Program station;
  private volatile int verdict;
  private boolean ended;

  private Demo() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(new Demo().run(List.of(arguments)));
  }

  private int run(List<String> arguments) throws IOException, InterruptedException {
    var options = DemoOptions.of(arguments);
    if (options.problem().isPresent()) {
      System.err.println("demo: " + options.problem().get());
      System.err.println(
          "usage: scripts/demo [--seconds N] [--audio FILE|DIR] [--images DIR] [--keep DIR]");
      return 2;
    }
    boolean keep = options.keep().isPresent();
    var folder = keep ? options.keep().get() : Files.createTempDirectory("fieldstation-demo");
    var site = Site.lay(folder, new SecureRandom());
    BlockingQueue<String> central = new ArrayBlockingQueue<>(10);
    server = central(site, central);
    // Ctrl-C too ends with the comparison, and never leaves a program or a folder behind.
    var atCtrlC = new Thread(() -> end(site, keep), "demo-end");
    Runtime.getRuntime().addShutdownHook(atCtrlC);
    int port = port(central);
    say("central server ready on coaps://127.0.0.1:" + port);
    site.configure(port, options.hardware(), options.device(), options.camera());
    int seconds = options.seconds().orElse(FOR_EVER);
    var running = station(site, seconds);
    station = running;
    int code = running.await(Duration.ofSeconds(seconds).plus(START).plus(END));
    end(site, keep);
    return code == 0 ? verdict : code;
  }

  /** Ends both programs, station first, and compares what they have written. */
  private synchronized void end(Site site, boolean keep) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      for (var program : Stream.of(station, server).filter(Objects::nonNull).toList()) {
        program.stop(END);
      }
      if (Files.exists(site.central()) && Files.exists(JournalHome.file(site.station()))) {
        verdict = summary(site);
      }
      if (!keep) {
        delete(site.folder());
      }
    } catch (IOException e) {
      System.err.println("demo: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Program central(Site site, BlockingQueue<String> lines) throws IOException {
    return Program.start(
        lines::offer,
        CentralMain.class.getName(),
        site.central().toString(),
        "0",
        site.accounts().toString());
  }

  private Program station(Site site, int seconds) throws IOException {
    return Program.start(
        this::tell,
        StationCli.class.getName(),
        "run",
        "--json",
        "--seconds",
        Integer.toString(seconds),
        "--config",
        site.configuration().toString());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int summary(Site site) {
    var both = Comparison.of(site.station(), site.central());
    System.out.println(
        new JsonLine()
            .put("windows", windows.get())
            .put("detections", both.detections())
            .put("sightings", sightings.get())
            .put("written", both.written())
            .put("sent", both.stored())
            .put("acknowledged", both.confirmed())
            .put("waiting", both.waiting())
            .put("lost", both.lost())
            .put("duplicates", both.duplicates()));
    return both.lost() == 0 && both.duplicates() == 0 ? 0 : 1;
  }

  private void tell(String line) {
    var fields = fields(line);
    switch (fields.event()) {
      case "started" -> say("station started, journal " + fields.get("epoch"));
      case "listening" ->
          say(
              "listening to "
                  + fields.get("microphone")
                  + " at "
                  + fields.get("rate_hz")
                  + " Hz with "
                  + fields.get("model"));
      case "watching" -> say("watching " + fields.get("camera") + " with " + fields.get("models"));
      case "sighting" -> {
        sightings.incrementAndGet();
        say(
            "  saw   %-26s %-12s %s pictures  %s"
                .formatted(
                    fields.get("name").isEmpty() ? "something" : fields.get("name"),
                    fields.get("outcome"),
                    fields.get("frames"),
                    fields.get("at")));
      }
      case "window" -> windows.incrementAndGet();
      case "detection" -> say(heard("heard", fields));
      case "rejection" -> say(heard("doubted", fields));
      case "reading" ->
          say(
              "  %s: %s %s %s"
                  .formatted(
                      fields.get("sensor"),
                      fields.get("quantity").replace('_', ' '),
                      fields.get("value"),
                      fields.get("unit")));
      case "confirmed" ->
          say("  server has %s up to %s".formatted(fields.get("lane"), fields.get("up_to")));
      default -> {}
    }
  }

  private static String heard(String what, Fields fields) {
    return "  %-7s %-26s %-12s %s  %s  %s"
        .formatted(
            what,
            fields.get("name"),
            fields.get("name_zh"),
            fields.get("score"),
            fields.get("at"),
            fields.get("verdicts"));
  }

  private record Fields(List<String> names, List<String> values) {
    String event() {
      return get("event");
    }

    String get(String name) {
      int at = names.indexOf(name);
      return at < 0 ? "" : values.get(at);
    }
  }

  private static Fields fields(String line) {
    var fields = new Fields(new ArrayList<>(), new ArrayList<>());
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      fields.names().add(field.group(1));
      fields.values().add(field.group(2) != null ? field.group(2) : field.group(3));
    }
    return fields;
  }

  private static int port(BlockingQueue<String> lines) throws InterruptedException {
    var ready = lines.poll(START.toSeconds(), TimeUnit.SECONDS);
    var port = PORT.matcher(ready == null ? "" : ready);
    if (!port.find()) {
      throw new IllegalStateException("the central server did not start; it said: " + ready);
    }
    return Integer.parseInt(port.group(1));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
