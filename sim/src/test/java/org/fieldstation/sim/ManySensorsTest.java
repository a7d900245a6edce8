package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.journal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven sensors at one station: none waits for another. */
class ManySensorsTest {
  private static final Duration RESET = Duration.ofSeconds(5);
  private static final Map<String, String> CHIPS =
      Map.of(
          "bme280", "0x76",
          "bmp390", "0x77",
          "sht4x", "0x44",
          "aht20", "0x38",
          "bh1750", "0x23",
          "veml7700", "0x10",
          "tsl2591", "0x29");

  private final VirtualSite site;
  private final VirtualTime time;

  ManySensorsTest(@TempDir Path folder) {
    site = new VirtualSite(folder, Instant.parse("2026-06-21T10:00:00Z"));
    time = site.time();
  }

  @Test
  void theirDriversStartBesideEachOther() throws Exception {
    var slow = new Slow();
    try (var _ = site.start(sensors("slow"), slow)) {
      time.sleep(Duration.ofMinutes(3));
    }
    assertThat(slow.opened)
        .hasSize(CHIPS.size())
        .allSatisfy(it -> assertThat(it).isBetween(RESET, RESET.plusSeconds(1)));
  }

  @Test
  void aBusThatIsHeldFastDelaysNobodyOnAnother() throws Exception {
    var own =
        "[[sensor]]\nname = \"far\"\nhardware = \"sim\"\nchip = \"bme280\"\nat = \"i2c-2/0x76\"\n";
    try (var _ = site.start(sensors("sim") + own)) {
      time.sleep(Duration.ofMinutes(10));
      site.hardware().board(time).i2c(1).hang(true);
      time.sleep(Duration.ofMinutes(20));
    }
    assertThat(readings("far")).isBetween(28L, 30L);
    assertThat(CHIPS.keySet()).allSatisfy(it -> assertThat(readings(it)).isBetween(8L, 10L));
    assertThat(site.records(Kind.FAULT))
        .hasSize(CHIPS.size())
        .allMatch(it -> it.contains("the bus hangs"));
  }

  private long readings(String sensor) {
    return site.records(Kind.READING).stream()
        .filter(it -> it.startsWith("[\"" + sensor + "\""))
        .count();
  }

  private static String sensors(String hardware) {
    return CHIPS.entrySet().stream()
        .map(chip ->
            """
            [[sensor]]
            name = "%1$s"
            hardware = "%2$s"
            chip = "%1$s"
            at = "i2c-1/%3$s"
            """
                .formatted(chip.getKey(), hardware, chip.getValue()))
        .collect(Collectors.joining());
  }

  /** Chips that need as long as the slowest there is before they answer. */
  private final class Slow implements Hardware {
    private final Queue<Duration> opened = new ConcurrentLinkedQueue<>();
    private final long began = time.nanos();

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public Sensor openSensor(Mounting mounting, TimeKeeper keeper) throws InterruptedException {
      keeper.sleep(RESET);
      opened.add(Duration.ofNanos(keeper.nanos() - began));
      return site.hardware().openSensor(mounting, keeper);
    }

    @Override
    public Microphone openMicrophone(String device, int rate, TimeKeeper keeper) {
      return site.hardware().openMicrophone(device, rate, keeper);
    }

    @Override
    public Wiring wiring(TimeKeeper keeper) {
      return site.hardware().wiring(keeper);
    }
  }
}
