package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldstation.ota.publish.Rollout;
import org.fieldstation.ota.publish.Rollout.Fate;
import org.fieldstation.sim.central.FirmwareDesk.Standing;
import org.junit.jupiter.api.Test;

/** A server and fifty stations: a good release reaches them all, a bad one the canary. */
class FleetRolloutTest {
  private static final Set<String> FLEET =
      IntStream.range(0, 50).mapToObj(i -> "mast-" + i).collect(Collectors.toSet());

  /** Stations that take three rounds: brought, restarted, ended. */
  private static final class Fleet implements FleetRollout.Stations {
    private final Predicate<String> bears;
    private final Map<String, Standing> standing = new HashMap<>();
    private int asked;

    Fleet(Predicate<String> bears) {
      this.bears = bears;
      FLEET.forEach(name -> standing.put(name, new Standing(0, 0, "1")));
    }

    @Override
    public boolean choose(String station, String uri) {
      asked++;
      standing.put(station, new Standing(2, 0, "2"));
      return true;
    }

    @Override
    public boolean restart(String station) {
      standing.put(
          station, bears.test(station) ? new Standing(0, 1, "2") : new Standing(0, 8, "1"));
      return true;
    }

    @Override
    public Optional<Standing> standing(String station) {
      return Optional.ofNullable(standing.get(station));
    }
  }

  private static FleetRollout rollout(Fleet fleet) {
    var plan = Rollout.ordinary("station-2.manifest", Set.of("mast-7"));
    return new FleetRollout(plan, "coaps://depot/ota/targets/station-2.manifest", "2", fleet);
  }

  @Test
  void aGoodReleaseComesToAllOfThem() throws InterruptedException {
    var fleet = new Fleet(_ -> true);
    var rollout = rollout(fleet);
    assertThat(rollout.round(FLEET)).containsExactly("mast-7 asked, stage 0");
    for (int round = 0; round < 20; round++) {
      rollout.round(FLEET);
    }
    assertThat(rollout.fates().values()).containsOnly(Fate.RUNS);
    assertThat(fleet.asked).isEqualTo(FLEET.size());
  }

  @Test
  void aBadOneComesToTheCanaryAndNoFurther() throws InterruptedException {
    var fleet = new Fleet(_ -> false);
    var rollout = rollout(fleet);
    for (int round = 0; round < 20; round++) {
      rollout.round(FLEET);
    }
    assertThat(fleet.asked).isOne();
    assertThat(rollout.fates()).containsEntry("mast-7", Fate.FAILED);
    assertThat(rollout.round(FLEET)).contains("stopped: too many failed");
  }

  @Test
  void aServerThatForgotEverythingAsksNobodyTwiceWhoRunsItAlready() throws InterruptedException {
    var fleet = new Fleet(_ -> true);
    for (int restart = 0; restart < 30; restart++) {
      rollout(fleet).round(FLEET);
      rollout(fleet).round(FLEET);
      fleet.standing.replaceAll((name, is) -> is.state() == 2 ? new Standing(0, 1, "2") : is);
    }
    assertThat(fleet.asked).isLessThanOrEqualTo(2 * FLEET.size());
    assertThat(fleet.standing.values()).allMatch(is -> is.version().equals("2"));
  }
}
