package org.fieldstation.sim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.central.CentralMain;
import org.fieldstation.station.cli.StationCli;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's two programs, killed without warning at random. Both write before they promise, so
 * whatever is killed and whenever, the two agree in the end.
 */
@Tag("slow")
class KilledAtRandomTest {
  private static final int KILLS = 50;
  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final SystemTime time = new SystemTime();
  private final BlockingQueue<String> heardOfCentral = new ArrayBlockingQueue<>(100);
  private final BlockingQueue<String> heardOfStation = new ArrayBlockingQueue<>(100_000);

  @Test
  void fiftyKillsOfEitherEndAndNothingIsLostOrDoubled() throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var site = Site.lay(folder.resolve("site"), random);
    var central = central(site, 0);
    int port = port();
    site.configure(port, "sim", "world:" + seed);
    var station = station(site, "run", "--json");
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        time.sleep(Duration.ofMillis(random.nextInt(3_000)));
        if (random.nextBoolean()) {
          station.kill();
          station = station(site, "run", "--json");
        } else {
          central.kill();
          central = central(site, port);
        }
      }
      await("\"event\":\"confirmed\"");
      assertThat(station.stop(PATIENCE)).as("seed %d", seed).isIn(0, 143);
      try (var last = station(site, "sync", "--json", "--timeout", "60")) {
        assertThat(last.await(PATIENCE)).as("seed %d: sync", seed).isZero();
      }
    } finally {
      station.close();
      central.kill();
    }
    var both = Comparison.of(site.station(), site.central());
    assertThat(both.lost()).as("seed %d: %s", seed, both).isZero();
    assertThat(both.duplicates()).as("seed %d: %s", seed, both).isZero();
    assertThat(both.waiting()).as("seed %d: %s", seed, both).isZero();
    assertThat(both.written()).as("seed %d: %s", seed, both).isGreaterThan(20);
  }

  private Program central(Site site, int port) throws IOException {
    return Program.start(
        heardOfCentral::offer,
        CentralMain.class.getName(),
        site.central().toString(),
        Integer.toString(port),
        site.accounts().toString());
  }

  private Program station(Site site, String... command) throws IOException {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--config", site.configuration().toString()));
    return Program.start(
        heardOfStation::offer, StationCli.class.getName(), arguments.toArray(String[]::new));
  }

  private int port() throws InterruptedException {
    var ready = heardOfCentral.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    var port = PORT.matcher(String.valueOf(ready));
    assertThat(port.find()).as("%s", ready).isTrue();
    return Integer.parseInt(port.group(1));
  }

  /** Waits for news that come after now. */
  private void await(String news) throws InterruptedException {
    heardOfStation.clear();
    long until = time.nanos() + PATIENCE.toNanos();
    while (time.nanos() < until) {
      var line = heardOfStation.poll(1, TimeUnit.SECONDS);
      if (line != null && line.contains(news)) {
        return;
      }
    }
    throw new AssertionError("never heard of " + news);
  }
}
