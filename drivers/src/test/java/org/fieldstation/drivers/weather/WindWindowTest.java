package org.fieldstation.drivers.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class WindWindowTest {
  private static final int HERTZ = 4;
  private static final int TEN_MINUTES = 600 * HERTZ;

  private final WindWindow window = new WindWindow(HERTZ);

  /** The mean of 350 and 10 is north, and not the 180 of a mean of numbers. */
  @Test
  void directionsAreVectors() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(5, i % 2 == 0 ? 350 : 10);
    }
    var wind = window.wind().orElseThrow();
    assertThat(wind.directionDegrees().orElseThrow()).isCloseTo(360, within(1e-6));
    assertThat(wind.meanMetresPerSecond()).isCloseTo(5, within(1e-9));
    assertThat(wind.vectorMetresPerSecond().orElseThrow())
        .isCloseTo(5 * Math.cos(Math.toRadians(10)), within(1e-9));
  }

  @Test
  void theStrongerWindPullsTheDirection() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(i % 2 == 0 ? 3 : 1, i % 2 == 0 ? 90 : 180);
    }
    assertThat(window.wind().orElseThrow().directionDegrees().orElseThrow())
        .isCloseTo(180 - Math.toDegrees(Math.atan2(3, 1)), within(1e-6));
  }

  @Test
  void calmIsZeroAndNotTheDirectionTheVaneWasLeftIn() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(0.1, 77);
    }
    assertThat(window.wind().orElseThrow().directionDegrees()).hasValue(0);
  }

  /** One sample of 30 m/s is turbulence or a bounce; three seconds of 12 m/s are a gust. */
  @Test
  void aGustIsThreeSecondsLong() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(i >= 100 && i < 112 ? 12 : i == 1_000 ? 30 : 2, 45);
    }
    assertThat(window.wind().orElseThrow().gustMetresPerSecond().orElseThrow())
        .isCloseTo(12, within(1e-9));
  }

  @Test
  void aGustIsForgottenAfterTenMinutesAndFoundAcrossTheSeamOfTheRing() {
    for (int i = 0; i < TEN_MINUTES + 6; i++) {
      add(i >= TEN_MINUTES - 6 ? 9 : 1, 45);
    }
    assertThat(gust()).isCloseTo(9, within(1e-9));
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(1, 45);
    }
    assertThat(gust()).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatIsMissingIsNotFilledIn() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      if (i % 4 == 0) {
        window.add(OptionalDouble.empty(), OptionalDouble.of(45));
      } else {
        add(4, 45);
      }
    }
    var wind = window.wind().orElseThrow();
    assertThat(wind.meanMetresPerSecond()).isCloseTo(4, within(1e-9));
    assertThat(wind.coverage()).isCloseTo(0.75, within(1e-9));
    assertThat(wind.gustMetresPerSecond()).as("no three seconds were whole").isEmpty();
  }

  @Test
  void halfAnHourOfFaultsIsNoWind() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      add(4, 45);
    }
    for (int i = 0; i < TEN_MINUTES / 2; i++) {
      window.add(OptionalDouble.empty(), OptionalDouble.empty());
    }
    assertThat(window.wind()).isEmpty();
  }

  @Test
  void withoutAVaneThereIsSpeedAndNoDirection() {
    for (int i = 0; i < TEN_MINUTES; i++) {
      window.add(OptionalDouble.of(4), OptionalDouble.empty());
    }
    var wind = window.wind().orElseThrow();
    assertThat(wind.directionDegrees()).isEmpty();
    assertThat(wind.vectorMetresPerSecond()).isEmpty();
    assertThat(wind.meanMetresPerSecond()).isCloseTo(4, within(1e-9));
  }

  @Test
  void oneSampleASecondIsTooSlowForGusts() {
    assertThatThrownBy(() -> new WindWindow(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private double gust() {
    return window.wind().orElseThrow().gustMetresPerSecond().orElseThrow();
  }

  private void add(double metresPerSecond, double degrees) {
    window.add(OptionalDouble.of(metresPerSecond), OptionalDouble.of(degrees));
  }
}
