package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.sim.world.World;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.settings.SettingsFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A whole station for a day of virtual time, with a server that is not always there. */
@Tag("slow")
class VirtualDayTest {
  private static final Instant MIDSUMMER = Instant.parse("2026-06-21T00:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void oneSeedIsOneDayToTheByteAndAnotherSeedIsAnotherDay() throws Exception {
    var first = live("first", 7, DAY);
    var again = live("again", 7, DAY);
    var other = live("other", 8, Duration.ofHours(1));

    assertThat(journal("first")).isEqualTo(journal("again"));
    assertThat(journal("first")).isNotEqualTo(journal("other"));
    assertThat(again.parcels()).isEqualTo(first.parcels());
    assertThat(other.parcels()).isNotEmpty();
  }

  @Test
  void afterADayWithALongOutageTheServerHasEverythingOnceAndEverySecondIsAccountedFor()
      throws Exception {
    var central = live("day", 3, DAY);

    try (var journal = JournalReader.open(folder.resolve("day"))) {
      for (var lane : journal.lanes()) {
        long stored = central.stored(lane.lane());
        assertThat(lane.last() - stored).as("%s still to deliver", lane.lane()).isBetween(0L, 20L);
      }
      assertThat(central.stored(Lane.DATA)).isGreaterThan(500);
      assertThat(central.failures()).isPositive();

      var microphone = journal.ledger().totals().getOrDefault("microphone", Map.of());
      var total = microphone.values().stream().reduce(Duration.ZERO, Duration::plus);
      assertThat(total).isBetween(DAY.minusSeconds(6), DAY);
      var air = journal.ledger().totals().getOrDefault("air", Map.of());
      assertThat(air.getOrDefault(Effort.LISTENED, Duration.ZERO))
          .isGreaterThan(DAY.minusMinutes(3));
      assertThat(microphone.getOrDefault(Effort.CLASSIFIED, Duration.ZERO))
          .isGreaterThan(DAY.minusMinutes(1));
    }
  }

  private MemoryCentral live(String name, long seed, Duration lifetime) throws Exception {
    var time = new VirtualTime(MIDSUMMER);
    var central = new MemoryCentral("reserve", new SplittableRandom(seed), time);
    var parts =
        new Parts(
            configuration(name),
            "test",
            time,
            new SplittableRandom(seed),
            List.of(new QuietBoard(seed)),
            _ -> Model.of(new LoudnessClassifier()),
            (server, outbox, journal, links, remote) -> central,
            new Deaf());
    try (var _ = Station.start(parts)) {
      time.sleep(lifetime);
    }
    return central;
  }

  private SettingsFile configuration(String name) throws IOException {
    var file = folder.resolve("station.toml");
    Files.writeString(
        file,
        """
        [station]
        name = "ailaoshan-007"
        data = "%s"
        [microphone]
        hardware = "quiet"
        device = "world"
        [measures]
        every-min = 60
        [[sensor]]
        name = "air"
        hardware = "quiet"
        chip = "bme280"
        at = "i2c-1/0x76"
        [[central]]
        name = "reserve"
        uri = "coaps://central"
        identity = "id"
        key-file = "key"
        """
            .formatted(name));
    var read = SettingsFile.read(file);
    return new SettingsFile(read.file(), read.settings(), "0011223344556677");
  }

  private byte[] journal(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("journal.db"));
  }

  /** Ten thousand commits a day wait for the disk, and here nobody cuts the power. */
  static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(
        AnnotatedElementContext elementContext, ExtensionContext extensionContext)
        throws IOException {
      var memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "virtual-day")
          : Files.createTempDirectory("virtual-day");
    }
  }

  /**
   * A board whose microphone takes only a thousand samples a second, so that a day is soon over.
   */
  private record QuietBoard(long seed) implements Hardware {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public Microphone openMicrophone(String device, int rate, TimeKeeper time) {
      return new SimulatedMicrophone(new World(seed), 1_000, Duration.ofSeconds(1), time);
    }

    @Override
    public Sensor openSensor(Mounting mounting, TimeKeeper time) throws InterruptedException {
      return new SimulatedHardware().openSensor(mounting, time);
    }
  }
}
