package org.fieldstation.models.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.fieldstation.models.tflite.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that people compare over years must mean the same every time. */
class MeasuresTest {
  private static final int RATE = 48_000;

  @Test
  void theWeightingsAreThoseOfTheStandard() throws IOException {
    var table = Engines.shared("data/formats/acoustics/iec_61672_1_2013.csv");
    int rows = 0;
    for (var line : Files.readAllLines(table)) {
      if (!line.startsWith("n,") && !line.isBlank()) {
        var cell = Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
        double hertz = 1000 * Math.pow(10, cell[0] / 10);
        assertThat(Weighting.A.decibels(hertz)).as(line).isCloseTo(cell[2], within(0.051));
        assertThat(Weighting.C.decibels(hertz)).as(line).isCloseTo(cell[3], within(0.051));
        assertThat(Weighting.Z.decibels(hertz)).as(line).isEqualTo(cell[4]);
        rows++;
      }
    }
    assertThat(rows).isEqualTo(34);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050, 48_000, 96_000})
  void aFullScaleToneOfOneKilohertzHasMinusThreeDecibelsHoweverItIsWeighted(int rate) {
    var tone = tone(rate, 3 * rate, 1000, 1);
    for (var weighting : Weighting.values()) {
      var levels = SoundLevels.of(tone, rate, weighting);
      assertThat(levels.leq()).as(weighting + "").isCloseTo(-3.01, within(0.02));
      assertThat(levels.l10()).isCloseTo(-3.01, within(0.02));
      assertThat(levels.l90()).isCloseTo(-3.01, within(0.02));
    }
  }

  @Test
  void aLowHumIsHardlyHeard() {
    var hum = tone(RATE, 2 * RATE, 100, 0.5);
    double plain = SoundLevels.of(hum, RATE, Weighting.Z).leq();
    assertThat(SoundLevels.of(hum, RATE, Weighting.A).leq()).isCloseTo(plain - 19.1, within(0.3));
  }

  @Test
  void unweightedFramesAndPlainSamplesAgreeAndAConstantIsNoSound() {
    var noise = noise(0.05, 0.3);
    assertThat(SoundLevels.of(noise, RATE, Weighting.Z).leq())
        .isCloseTo(SoundLevels.leq(noise), within(0.05));
    assertThat(SoundLevels.leq(noise)).isCloseTo(20 * Math.log10(0.05), within(0.05));
  }

  @Test
  void aShortLoudCallLiftsTheMeanAndTheTenthButNotTheBackground() {
    var quiet = noise(0.001, 0);
    var call = tone(RATE, 2 * RATE, 1000, 0.5);
    System.arraycopy(call, 0, quiet, RATE, call.length);
    var levels = SoundLevels.of(quiet, RATE, Weighting.A);
    assertThat(levels.l10()).isGreaterThan(-12);
    assertThat(levels.leq()).isBetween(-17.0, -15.0);
    assertThat(levels.l90()).isLessThan(-60);
  }

  @Test
  void theFastLevelFallsAsTheStandardSays() {
    var sound = tone(RATE, 2 * RATE, 1000, 1);
    Arrays.fill(sound, RATE, 2 * RATE, 0);
    var levels = SoundLevels.of(sound, RATE, Weighting.Z);
    // F falls by 34.7 dB a second: nine tenths of two seconds end 0.8 s after the tone.
    assertThat(levels.l90()).isCloseTo(-3.01 - 0.8 * 34.7, within(1.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, -3, 0, 7, 13})
  void aToneIsInItsOwnThirdOfAnOctaveOnly(int number) {
    var bands = ThirdOctave.of(tone(RATE, 3 * RATE, 1000 * Math.pow(10, number / 10.0), 1), RATE);
    assertThat(bands).hasSize(30).last().returns(13, ThirdOctave::number);
    var loudest = bands.stream().max(Comparator.comparingDouble(ThirdOctave::level)).orElseThrow();
    assertThat(loudest.number()).isEqualTo(number);
    assertThat(loudest.level()).isCloseTo(-3.01, within(0.01));
    assertThat(bands.stream().filter(band -> band.level() > -60)).hasSize(1);
  }

  @Test
  void whiteNoiseRisesByADecibelFromBandToBandAndTheBandsAddUp() {
    var noise = noise(0.1, 0);
    var bands = ThirdOctave.of(noise, RATE);
    assertThat(bands.get(25).level() - bands.get(20).level()).isCloseTo(5, within(0.4));
    double sum = bands.stream().mapToDouble(band -> Math.pow(10, band.level() / 10)).sum();
    // From 22 Hz to 22.4 kHz are 93 % of the power.
    assertThat(10 * Math.log10(sum)).isCloseTo(-20 + 10 * Math.log10(0.932), within(0.1));
  }

  @Test
  void bandsAreCalledAsTheStandardCallsThem() {
    assertThat(ThirdOctave.of(new float[RATE], RATE).stream().map(ThirdOctave::nominalHz))
        .startsWith("25", "31.5", "40", "50", "63", "80", "100", "125", "160")
        .contains("1000", "1250", "3150")
        .endsWith("12500", "16000", "20000");
  }

  @Test
  void bandsThatARateCannotHoldAreNotInvented() {
    assertThat(ThirdOctave.of(new float[16_000], 16_000)).last().returns(8, ThirdOctave::number);
    assertThat(ThirdOctave.of(new float[16_000], 16_000).getFirst().centreHz())
        .isCloseTo(25.1, within(0.1));
  }

  @Test
  void silenceHasNoLevel() {
    var silence = new float[RATE];
    assertThat(SoundLevels.leq(silence)).isNegative().isInfinite();
    assertThat(SoundLevels.of(silence, RATE, Weighting.A).l90()).isNegative().isInfinite();
    assertThatThrownBy(() -> SoundLevels.of(new float[10], RATE, Weighting.A))
        .hasMessageContaining("half a second");
  }

  static float[] tone(int rate, int samples, double hertz, double amplitude) {
    var tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return tone;
  }

  static float[] noise(double amplitude, double offset) {
    var random = new Random(7);
    var noise = new float[10 * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (offset + amplitude * random.nextGaussian());
    }
    return noise;
  }
}
