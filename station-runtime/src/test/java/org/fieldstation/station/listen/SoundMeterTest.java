package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Sound;
import org.fieldstation.models.measures.Measure;
import org.junit.jupiter.api.Test;

/** A stretch must say how long it listened, or a level of half a minute passes for one of ten. */
class SoundMeterTest {
  private static final int RATE = 8_000;

  private final List<SoundMeter.Stretch> stretches = new ArrayList<>();
  private final SoundMeter meter =
      new SoundMeter(Duration.ofMinutes(1), OptionalDouble.empty(), stretches::add);

  @Test
  void eachStretchIsOfTheSoundThatBeganInIt() {
    for (int second = 0; second < 150; second++) {
      meter.heard(tone(second, second < 60 ? 0.5 : 0.05));
    }
    meter.end();

    assertThat(stretches.stream().map(SoundMeter.Stretch::startSeconds))
        .containsExactly(0.0, 60.0, 120.0);
    assertThat(value(0, "measured")).isEqualTo(60);
    assertThat(value(0, "lzeq")).isCloseTo(-9.03, within(0.05));
    assertThat(value(1, "lzeq")).isCloseTo(-29.03, within(0.05));
    assertThat(value(2, "measured")).isEqualTo(30);
  }

  @Test
  void lostSoundIsNotMeasured() {
    for (int second = 0; second < 60; second += 2) {
      meter.heard(tone(second, 0.5));
    }
    meter.end();

    assertThat(value(0, "measured")).isEqualTo(30);
    assertThat(value(0, "lzeq")).isCloseTo(-9.03, within(0.05));
  }

  @Test
  void aMomentOfSoundIsNoMeasurement() {
    meter.heard(tone(0, 0.5));
    meter.end();
    meter.end();

    assertThat(stretches).isEmpty();
  }

  @Test
  void anotherRateBeginsAnotherStretch() {
    for (int second = 0; second < 20; second++) {
      meter.heard(tone(second, 0.5));
    }
    meter.heard(new Sound(40L * 2 * RATE, 2 * RATE, new float[2 * RATE]));

    assertThat(stretches).hasSize(1);
  }

  private double value(int stretch, String name) {
    return stretches.get(stretch).measures().stream()
        .filter(measure -> measure.name().equals(name))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow();
  }

  private static Sound tone(int second, double amplitude) {
    var samples = new float[RATE];
    for (int i = 0; i < RATE; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * i / RATE));
    }
    return new Sound((long) second * RATE, RATE, samples);
  }
}
