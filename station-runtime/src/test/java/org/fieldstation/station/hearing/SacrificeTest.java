package org.fieldstation.station.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A Pi on a hot day: the capture must not lose what a third model would have liked to hear. */
class SacrificeTest {
  private final Sacrifice sacrifice = new Sacrifice(3);

  @Test
  void aMachineThatKeepsUpRestsNobody() {
    for (int t = 0; t < 1000; t++) {
      assertThat(sacrifice.resting(0.4, t)).isZero();
    }
  }

  @Test
  void theyGoOneByOneAndTheLastOneTooIfItMust() {
    assertThat(sacrifice.resting(6, 100)).isEqualTo(1);
    assertThat(sacrifice.resting(6, 101)).as("a step is given time to help").isEqualTo(1);
    assertThat(sacrifice.resting(6, 106)).isEqualTo(2);
    assertThat(sacrifice.resting(3, 120)).as("better, and not caught up").isEqualTo(2);
    assertThat(sacrifice.resting(9, 130)).isEqualTo(3);
    assertThat(sacrifice.resting(9, 140)).isEqualTo(3);
  }

  @Test
  void theyComeBackOneByOneWhenTheLoadIsGone() {
    sacrifice.resting(6, 0);
    sacrifice.resting(6, 10);
    assertThat(sacrifice.resting(0.2, 40)).as("not yet").isEqualTo(2);
    assertThat(sacrifice.resting(0.2, 70)).isEqualTo(1);
    assertThat(sacrifice.resting(0.2, 100)).isEqualTo(1);
    assertThat(sacrifice.resting(0.2, 130)).isZero();
  }

  @Test
  void oneThatHasToGoAgainSoonStaysAwayLonger() {
    sacrifice.resting(6, 0);
    assertThat(sacrifice.resting(0.2, 60)).isZero();
    sacrifice.resting(6, 80);
    assertThat(sacrifice.resting(0.2, 145)).as("twice the first rest").isEqualTo(1);
    assertThat(sacrifice.resting(0.2, 200)).isZero();
    sacrifice.resting(6, 5000);
    assertThat(sacrifice.resting(0.2, 5060)).as("long ago is forgotten").isZero();
  }
}
