package org.fieldstation.ota.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldstation.ota.publish.Rollout.Fate;
import org.junit.jupiter.api.Test;

/** A fleet gets a release in stages, or does not get it. */
class RolloutTest {
  private final Rollout rollout = Rollout.ordinary("station-2.manifest", Set.of("hill", "lake"));
  private final Map<String, Fate> fleet =
      new HashMap<>(
          IntStream.range(0, 1_000)
              .mapToObj(i -> "mast-" + i)
              .collect(Collectors.toMap(name -> name, _ -> Fate.NOT_YET)));

  RolloutTest() {
    fleet.put("hill", Fate.NOT_YET);
    fleet.put("lake", Fate.NOT_YET);
  }

  private Rollout.Step all(Fate fate) {
    var step = rollout.next(fleet);
    step.now().forEach(station -> fleet.put(station, fate));
    return rollout.next(fleet);
  }

  @Test
  void itBeginsWithTheCanariesThenATenthThenAll() {
    assertThat(rollout.next(fleet).now()).containsExactlyInAnyOrder("hill", "lake");
    var tenth = all(Fate.RUNS);
    assertThat(tenth.stage()).isEqualTo(1);
    assertThat(tenth.now().size()).isBetween(70, 130);
    var rest = all(Fate.RUNS);
    assertThat(rest.now()).hasSize(1_000 - tenth.now().size());
    assertThat(all(Fate.RUNS).done()).isTrue();
  }

  @Test
  void aStageWaitsForTheOneBeforeIt() {
    assertThat(all(Fate.UNDER_WAY).now()).isEmpty();
    fleet.put("hill", Fate.RUNS);
    assertThat(rollout.next(fleet).stage()).isZero();
  }

  @Test
  void oneCanaryThatFailsStopsItForEverybody() {
    all(Fate.RUNS);
    fleet.put("lake", Fate.FAILED);
    assertThat(rollout.next(fleet).stopped()).isTrue();
    assertThat(rollout.next(fleet).now()).isEmpty();
  }

  @Test
  void moreThanOneInTwentyThatFailStopIt() {
    var tenth = all(Fate.RUNS).now().stream().sorted().toList();
    tenth.forEach(station -> fleet.put(station, Fate.RUNS));
    fleet.put(tenth.getFirst(), Fate.FAILED);
    assertThat(rollout.next(fleet).stopped()).isFalse();
    tenth.stream().limit(10).forEach(station -> fleet.put(station, Fate.FAILED));
    assertThat(rollout.next(fleet).stopped()).isTrue();
  }

  @Test
  void anotherReleaseHasOtherFirstStations() {
    var other = Rollout.ordinary("station-3.manifest", Set.of());
    var here = fleet.keySet().stream().filter(name -> rollout.stage(name) == 1).toList();
    var there = fleet.keySet().stream().filter(name -> other.stage(name) == 1).toList();
    assertThat(here).isNotEqualTo(there);
    assertThat(rollout.stage("mast-1")).isEqualTo(rollout.stage("mast-1"));
  }

  @Test
  void aRolloutThatDoesNotGrowToAllIsNone() {
    for (var shares : List.of(List.of(0.5, 0.1, 1.0), List.of(0.1), List.<Double>of())) {
      assertThatThrownBy(() -> new Rollout("x", Set.of(), shares, 0.1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
