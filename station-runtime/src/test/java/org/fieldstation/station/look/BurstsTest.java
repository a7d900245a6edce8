package org.fieldstation.station.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final BurstRule RULE =
      new BurstRule(new Trigger.Motion(0.01), 4, 1, Duration.ofSeconds(5), Duration.ofSeconds(60));

  @Test
  void aBurstIsOneEventWithAFrameFromBeforeIt() {
    var burst = bursts(30, 10, 11, 12, 13, 14, 15);
    assertThat(burst)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.start()).isEqualTo(Scenes.at(10));
          assertThat(one.looks())
              .extracting(look -> look.frame().number())
              .containsExactly(90L, 100L, 110L, 120L);
          assertThat(one.length()).isEqualTo(Duration.ofSeconds(2));
          assertThat(one.trigger()).isEqualTo("motion");
        });
  }

  @Test
  void aGlimpseIsAnEventToo() {
    assertThat(bursts(30, 10)).singleElement().satisfies(one -> assertThat(one.looks()).hasSize(4));
    assertThat(bursts(12, 10)).singleElement().satisfies(one -> assertThat(one.looks()).hasSize(3));
  }

  @Test
  void afterAQuietWhileItIsAnotherEventAndSoIsWhatGoesOnForVeryLong() {
    assertThat(bursts(40, 10, 20)).hasSize(2);
    assertThat(bursts(200, IntStream.range(10, 190).toArray())).hasSize(3);
  }

  @Test
  void everyPictureOfAFolderIsAnEvent() {
    var rule = new BurstRule(new Trigger.EveryFrame(), 1, 0, Duration.ZERO, Duration.ZERO);
    var looks = IntStream.range(0, 5).mapToObj(second -> Scenes.look(second, false));
    assertThat(looks.gather(Bursts.of(rule))).hasSize(5).allMatch(one -> one.looks().size() == 1);
  }

  private static List<Burst> bursts(int seconds, int... moving) {
    return IntStream.range(0, seconds)
        .mapToObj(second -> Scenes.look(second, IntStream.of(moving).anyMatch(at -> at == second)))
        .gather(Bursts.of(RULE))
        .toList();
  }
}
