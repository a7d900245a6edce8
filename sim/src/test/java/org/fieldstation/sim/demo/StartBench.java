package org.fieldstation.sim.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fieldstation.sim.central.CentralMain;

/**
 * Measures the start of a station that is connected to a central server, and the memory it holds
 * after a while; prints one line of JSON.
 *
 * <p>Arguments: an empty folder, after how many seconds the memory is read, and the command that
 * starts the station's command line.
 */
final class StartBench {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private StartBench() {}

  static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[1]);
    var site = Site.lay(Path.of(args[0]), new SecureRandom());
    var said = new ArrayBlockingQueue<String>(10);
    try (var central =
        Program.start(
            said::offer,
            CentralMain.class.getName(),
            site.central().toString(),
            "0",
            args[0] + "/accounts")) {
      var ready = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (ready == null) {
        throw new IllegalStateException("the central server did not start");
      }
      site.configure(Integer.parseInt(ready.replaceAll("\\D", "")), "sim", "world");
      var command = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
      command.addAll(List.of("run", "--json", "--seconds", String.valueOf(seconds + 5)));
      command.addAll(List.of("--config", site.configuration().toString()));
      measure(command, seconds);
      central.stop(PATIENCE);
    }
  }

  private static void measure(List<String> command, int seconds)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long listening = 0;
    long window = 0;
    long confirmed = 0;
    try (var lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && (window == 0 || confirmed == 0)) {
        long now = System.nanoTime() - start;
        listening = first(listening, now, line, "listening");
        window = first(window, now, line, "window");
        confirmed = first(confirmed, now, line, "confirmed");
        line = lines.readLine();
      }
      Thread.sleep(Math.max(0, seconds * 1000L - (System.nanoTime() - start) / 1_000_000));
      var status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
      var processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
      System.out.printf(
          "{\"listening_ms\": %d, \"first_window_ms\": %d, \"first_receipt_ms\": %d, \"rss_kib\":"
              + " %s, \"anonymous_kib\": %s, \"cpu_ms\": %d}%n",
          listening / 1_000_000,
          window / 1_000_000,
          confirmed / 1_000_000,
          kib(status, "VmRSS:"),
          kib(status, "RssAnon:"),
          processor.toMillis());
      lines.transferTo(Writer.nullWriter());
    } finally {
      process.destroy();
    }
    process.waitFor();
  }

  private static long first(long before, long now, String line, String event) {
    return before == 0 && line.contains("\"event\":\"" + event + "\"") ? now : before;
  }

  private static String kib(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElse("0");
  }
}
