package org.fieldstation.sim.central;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.leshan.core.observation.Observation;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.server.registration.RegistrationListener;
import org.eclipse.leshan.server.registration.RegistrationUpdate;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Many stations that are switched on together, against one central server; server and stations in a
 * process each. Arguments: an empty folder, how many stations. Prints one line of JSON.
 */
final class FleetBench {
  static final Secret KEY = Secret.ofHex("00112233445566778899aabbccddeeff");

  private FleetBench() {}

  static void main(String[] args) throws Exception {
    int stations = Integer.parseInt(args[1]);
    var file = Path.of(args[0]).resolve("central.db");
    var accounts =
        IntStream.range(0, stations).mapToObj(n -> new Account(name(n), name(n), KEY)).toList();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var times = Collections.synchronizedList(new ArrayList<Long>());
    try (var server = CentralServer.start(address, file, accounts, Habits.GOOD)) {
      server.leshan().getRegistrationService().addListener(new Arrivals(times));
      long before = processorMillis();
      long start = System.nanoTime();
      var said = runStations(server.port(), stations);
      double seconds = (System.nanoTime() - start) / 1e9;
      var report = new CentralReport(file);
      long records = report.stations().stream().mapToLong(it -> report.counts(it).records()).sum();
      System.out.printf(
          "{\"stations\": %d, \"delivered\": %d, \"records\": %d, \"registrations\": %d,"
              + " \"spread_s\": %.1f, \"most_in_a_second\": %d, \"seconds\": %.1f,"
              + " \"server_cpu_ms_per_station\": %.1f, \"server_rss_kib\": %d, \"fleet\": %s}%n",
          stations,
          report.stations().size(),
          records,
          times.size(),
          (Collections.max(times) - Collections.min(times)) / 1e9,
          mostInASecond(times),
          seconds,
          (processorMillis() - before) / (double) stations,
          residentKib(),
          said);
    }
  }

  static String name(int station) {
    return "station-" + station;
  }

  private static String runStations(int port, int stations) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-Xss256k",
            "-Xmx2g",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FleetStations.class.getName(),
            String.valueOf(port),
            String.valueOf(stations));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = process.inputReader()) {
      var last = lines.lines().reduce("{}", (_, line) -> line);
      process.waitFor(1, TimeUnit.MINUTES);
      return last;
    }
  }

  private static int mostInASecond(List<Long> times) {
    var sorted = times.stream().sorted().toList();
    long second = Duration.ofSeconds(1).toNanos();
    int most = 0;
    for (int first = 0, end = 0; first < sorted.size(); first++) {
      while (end < sorted.size() && sorted.get(end) - sorted.get(first) < second) {
        end++;
      }
      most = Math.max(most, end - first);
    }
    return most;
  }

  static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  static long residentKib() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private record Arrivals(List<Long> times) implements RegistrationListener {
    @Override
    public void registered(
        Registration registration,
        @Nullable Registration previous,
        @Nullable Collection<Observation> observations) {
      times.add(System.nanoTime());
    }

    @Override
    public void updated(RegistrationUpdate update, Registration updated, Registration previous) {}

    @Override
    public void unregistered(
        Registration registration,
        @Nullable Collection<Observation> observations,
        boolean expired,
        @Nullable Registration fresh) {}
  }
}
