package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTest {
  @Test
  void aFullScaleSineIsThreeDecibelsDown() {
    var level = Level.of(Tones.samples(Tones.sine(100, 8000), 0, 8000));
    assertThat(level.rms()).isCloseTo(-3.01, within(0.01));
    assertThat(level.peak()).isCloseTo(0, within(0.01));
    assertThat(level.dc()).isCloseTo(0, within(1e-6));
  }

  @Test
  void aConstantIsNoSound() {
    var level = Level.of(Tones.samples(i -> 0.25, 0, 8000));
    assertThat(level.rms()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(level.dc()).isEqualTo(0.25);
  }

  @Test
  void fullScaleIsCounted() {
    var level = Level.of(Tones.samples(i -> i % 4 == 0 ? 1 : 0, 0, 8000));
    assertThat(level.clipped()).isEqualTo(0.25);
  }

  @Test
  void whatIsNoNumberIsSaid() {
    assertThat(Level.of(new float[] {0, Float.NaN}).finite()).isFalse();
    assertThat(Level.of(new float[] {0, Float.POSITIVE_INFINITY}).finite()).isFalse();
    assertThat(Level.of(new float[] {0, 1}).finite()).isTrue();
  }
}
