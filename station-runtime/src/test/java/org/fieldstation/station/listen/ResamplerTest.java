package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.station.listen.Tones.chopped;
import static org.fieldstation.station.listen.Tones.joined;
import static org.fieldstation.station.listen.Tones.middleLevel;
import static org.fieldstation.station.listen.Tones.resample;
import static org.fieldstation.station.listen.Tones.sine;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.fieldstation.drivers.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resampler that folds an insect into a bird's band invents birds. */
class ResamplerTest {
  private static final String RATES =
      """
      48000, 22050
      44100, 22050
      44100, 20000
      24000, 22050
      22050, 16000
      96000, 48000
      192000, 22050
      384000, 22050
      250000, 24000
      8000, 22050
      16000, 48000
      """;

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void whatTheNewRateCannotHoldDoesNotFoldBack(int from, int to) {
    for (var hertz = to / 2.0 + 1; hertz < from / 2.0; hertz += from / 431.7) {
      var out = joined(resample(chopped(sine(hertz, from), 0, from / 5, from), to));
      assertThat(middleLevel(out)).as("%.0f Hz", hertz).isLessThan(-90);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void thePassBandIsFlatAndInPlace(int from, int to) {
    var most = Resampler.PASS * Math.min(from, to) / 2;
    for (var hertz = 50.0; hertz < most; hertz += most / 23) {
      var out = joined(resample(chopped(sine(hertz, from), 0, from / 5, from), to));
      assertThat(middleLevel(out)).as("%.0f Hz", hertz).isCloseTo(0, within(0.1));
      assertThat(farthest(out, 0, sine(hertz, to))).as("%.0f Hz", hertz).isLessThan(0.002);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void aConstantStaysWhatItIsAndNothingIsLostAtTheEnd(int from, int to) {
    var out = resample(chopped(i -> 0.5, 0, from / 3, from), to);
    var samples = joined(out);
    assertThat(out.getFirst().position()).isZero();
    var length = (int) Math.ceilDiv((from / 3) * (long) to, from);
    assertThat(samples.length).isBetween(length, length + 1); // two stages round up twice
    assertThat(samples[samples.length / 2]).isCloseTo(0.5f, within(1e-5f));
    assertThat(out).extracting(Sound::rate).containsOnly(to);
  }

  @Test
  void positionsStayTrueAfterLostSound() {
    var heard = chopped(sine(440, 48000), 0, 30_000, 48000);
    var later = chopped(sine(440, 48000), 77_777, 30_000, 48000);
    var out = resample(join(heard, later), 22050);
    var after = out.stream().filter(sound -> sound.position() > 20_000).toList();
    assertThat(after.getFirst().position()).isEqualTo(Math.ceilDiv(77_777L * 22050, 48000L));
    assertThat(out.getLast().end()).isEqualTo(Math.ceilDiv(107_777L * 22050, 48000L));
    var samples = joined(after);
    assertThat(farthest(samples, after.getFirst().position(), sine(440, 22050))).isLessThan(0.002);
  }

  @Test
  void aLossOfASingleSampleIsStillALoss() {
    var out = resample(join(chopped(i -> 1, 0, 7, 48000), chopped(i -> 1, 8, 4000, 48000)), 22050);
    assertThat(out.getFirst().end()).isLessThan(out.get(1).position());
  }

  @Test
  void soundThatHasTheRatePassesUntouched() {
    var sound = new Sound(5, 22050, new float[10]);
    assertThat(resample(List.of(sound), 22050).getFirst()).isSameAs(sound);
  }

  @Test
  void theNextRecordingMayHaveAnotherRate() {
    var out =
        resample(join(chopped(i -> 1, 0, 48_000, 48000), chopped(i -> 1, 0, 44_100, 44100)), 22050);
    assertThat(joined(out).length).isEqualTo(2 * 22050);
  }

  @Test
  void anOddRateIsResampledToo() {
    var out = joined(resample(chopped(sine(1000, 44_101), 0, 44_101, 44_101), 22050));
    assertThat(out.length).isEqualTo(22050);
    assertThat(farthest(out, 0, sine(1000, 22050))).isLessThan(0.002);
  }

  private static List<Sound> join(List<Sound> a, List<Sound> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** Farthest that the middle half lies from what it should be, which also shows any delay. */
  private static double farthest(float[] samples, long position, LongToDoubleFunction expected) {
    var most = 0.0;
    for (int i = samples.length / 4; i < 3 * samples.length / 4; i++) {
      most = Math.max(most, Math.abs(samples[i] - expected.applyAsDouble(position + i)));
    }
    return most;
  }
}
