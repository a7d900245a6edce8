package org.fieldstation.drivers.weather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MeanTest {

  @Test
  void aMinuteWithTwoThirdsOfItsSamplesHasAMean() {
    var mean = new Mean(6, 2 / 3.0);
    for (double value : new double[] {1, 2, 3, 6}) {
      mean.add(value);
    }
    assertThat(mean.take()).hasValue(3);
  }

  @Test
  void aMinuteWithFewerHasNoneAndTheNextBeginsAnew() {
    var mean = new Mean(6, 2 / 3.0);
    mean.add(100);
    assertThat(mean.take()).isEmpty();
    for (int i = 0; i < 6; i++) {
      mean.add(2);
    }
    assertThat(mean.take()).hasValue(2);
  }
}
