package org.fieldstation.sim.central.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.sim.central.FirmwareDesk.Standing;
import org.fieldstation.sim.central.FleetRollout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator's command against a server's socket: a release in stages, to the end or to a stop.
 */
class ConsoleTest {
  private static final List<String> FLEET =
      IntStream.range(0, 30).mapToObj(i -> "mast-" + i).toList();
  private static final String URI = "coap://depot/ota/targets/station-2.manifest";

  @TempDir Path folder;
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();
  private boolean good = true;
  private Console console;

  @BeforeEach
  void opens() throws Exception {
    FLEET.forEach(name -> standing.put(name, new Standing(0, 0, "1")));
    console =
        Console.open(
            Console.of(store()),
            new Fleet(),
            () -> FLEET,
            new VirtualTime(Instant.parse("2026-11-27T12:00:00Z")));
  }

  @AfterEach
  void closes() {
    console.close();
  }

  private Path store() {
    return folder.resolve("central.db");
  }

  private final class Fleet implements FleetRollout.Stations {
    @Override
    public boolean choose(String station, String uri) {
      standing.put(station, new Standing(2, 0, "2"));
      return true;
    }

    @Override
    public boolean restart(String station) {
      standing.put(station, good ? new Standing(0, 1, "2") : new Standing(0, 8, "1"));
      return true;
    }

    @Override
    public Optional<Standing> standing(String station) {
      return Optional.ofNullable(standing.get(station));
    }
  }

  private int rollout(String... more) {
    var words = new java.util.ArrayList<>(List.of(URI, "2", "--server", store().toString()));
    words.addAll(List.of(more));
    return RolloutMain.run(words);
  }

  @Test
  void aGoodReleaseComesToAllOfThemAndTheCommandSaysSo() {
    assertThat(rollout("--canary", "mast-7,mast-9")).isZero();
    assertThat(standing.values()).allMatch(now -> now.version().equals("2"));
  }

  @Test
  void aBadOneStopsAtTheCanaryAndTheCommandSaysThatToo() {
    good = false;
    assertThat(rollout("--canary", "mast-7")).isEqualTo(1);
    assertThat(standing.values()).filteredOn(now -> now.result() == 8).hasSize(1);
  }

  @Test
  void withoutAServerOrWithWrongWordsItSaysWhat() {
    assertThat(RolloutMain.run(List.of(URI, "2", "--server", folder + "/nothing"))).isEqualTo(3);
    assertThat(RolloutMain.run(List.of(URI))).isEqualTo(2);
  }

  @Test
  void theSocketIsForItsOwnerAlone() throws Exception {
    assertThat(Files.getPosixFilePermissions(Console.of(store())).toString())
        .doesNotContain("GROUP", "OTHERS");
  }
}
