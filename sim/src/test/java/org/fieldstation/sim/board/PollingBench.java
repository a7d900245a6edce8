package org.fieldstation.sim.board;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.pi.SimBoard;
import org.fieldstation.sim.world.Weather;

/**
 * What reading every weather sensor once a second costs, through the real drivers and Pi4J, with a
 * thread for each bus as on a real board. The virtual chips' own work is in it, the kernel's is
 * not.
 */
final class PollingBench {
  private static final List<String> WEATHER =
      List.of(
          "bme280",
          "bmp390",
          "sht3x",
          "sht4x",
          "aht20",
          "ds18b20",
          "bh1750",
          "veml7700",
          "tsl2591",
          "bucket",
          "cups",
          "vane",
          "soil");
  private static final int WARM_UP = 1_200;
  private static final int SECONDS = 3_600;

  private PollingBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var time = new VirtualTime(Instant.parse("2026-06-01T08:00:00Z"));
    var weather = new Weather(1);
    var board = new VirtualBoard(time);
    var fitting = new Fitting(board, new Weathering(weather, time), weather);
    var keep = Files.createTempDirectory("polling");
    try (var wiring = new PiWiring(new ThreadEachBus(new SimBoard(board)))) {
      var sensors = new ArrayList<Sensor>();
      for (int i = 0; i < WEATHER.size(); i++) {
        // A bus each: some of them have the same address.
        var at = Chips.kind(WEATHER.get(i)).usualPlace().replace("i2c-1/", "i2c-" + i + "/");
        fitting.plug(WEATHER.get(i), Place.parse(at));
        Map<String, Double> options =
            WEATHER.get(i).equals("soil") ? Map.of("dry-volts", 2.5, "wet-volts", 1.0) : Map.of();
        sensors.add(Chips.open(new Mounting(WEATHER.get(i), at, options, keep), wiring, time));
      }
      read(sensors, WARM_UP, time);
      long before = processNanos();
      int readings = read(sensors, SECONDS, time);
      double percent = (processNanos() - before) / 1e9 / SECONDS * 100;
      System.out.printf(
          Locale.ROOT,
          "{\"core_percent\": %.4f, \"sensors\": %d, \"seconds\": %d, \"readings\": %d}%n",
          percent,
          sensors.size(),
          SECONDS,
          readings);
    }
    System.exit(0);
  }

  private static int read(List<Sensor> sensors, int seconds, VirtualTime time)
      throws InterruptedException {
    int readings = 0;
    for (int second = 0; second < seconds; second++) {
      long next = time.nanos() + 1_000_000_000L;
      for (var sensor : sensors) {
        readings += sensor.read().readings().size();
      }
      time.sleep(Duration.ofNanos(Math.max(0, next - time.nanos())));
    }
    return readings;
  }

  /** Of all threads: the compiler's and the collector's too. */
  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
