package org.fieldstation.drivers.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RainTest {
  private static final long SECOND = 1_000_000_000;

  private final Rain rain = new Rain(0.2);

  /** 0.2 mm in 72 s is 10 mm in an hour. */
  @Test
  void theRateIsOneTipOverTheTimeBetweenTips() {
    rain.tip(0);
    rain.tip(72 * SECOND);
    assertThat(rain.millimetresPerHour(72 * SECOND).orElseThrow()).isCloseTo(10, within(1e-9));
  }

  @Test
  void aTipThatIsLongInComingLowersTheRate() {
    rain.tip(0);
    rain.tip(72 * SECOND);
    assertThat(rain.millimetresPerHour(216 * SECOND).orElseThrow()).isCloseTo(5, within(1e-9));
  }

  @Test
  void oneTipAloneHasNoRate() {
    assertThat(rain.millimetresPerHour(SECOND)).isEmpty();
    rain.tip(SECOND);
    assertThat(rain.millimetresPerHour(2 * SECOND)).isEmpty();
  }

  @Test
  void twoTipsOfTwoShowersAreNoDrizzleInBetween() {
    rain.tip(0);
    rain.tip(7_200 * SECOND);
    assertThat(rain.millimetresPerHour(7_200 * SECOND)).isEmpty();
    rain.tip(7_272 * SECOND);
    assertThat(rain.millimetresPerHour(7_272 * SECOND).orElseThrow()).isCloseTo(10, within(1e-9));
    assertThat(rain.millimetresPerHour(20_000 * SECOND)).isEmpty();
  }
}
