package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.junit.jupiter.api.Test;

class WatchedMicrophoneTest {
  private static final int RATE = 1_000;
  private final List<String> told = new ArrayList<>();
  private CaptureCounts counts = CaptureCounts.NONE;

  @Test
  void aForestIsNoComplaint() throws InterruptedException {
    var random = new SplittableRandom(1);
    listen(120, _ -> 0.001 * random.nextGaussian());

    assertThat(told).isEmpty();
  }

  @Test
  void aMicrophoneThatGivesTheSameNumberForAMinuteIsDead() throws InterruptedException {
    listen(60, _ -> 0.02);

    assertThat(told).containsExactly("microphone-dead");
  }

  @Test
  void aMinuteAtFullScaleIsClippedAndASingleThunderIsNot() throws InterruptedException {
    listen(60, i -> i / 50 % 2 == 0 ? 1 : -1);
    listen(60, i -> i < 500 ? 1 : 0.01 * Math.sin(i));

    assertThat(told).containsExactly("microphone-clipped");
  }

  @Test
  void aConstantPartOfAFifthIsABrokenCoupling() throws InterruptedException {
    listen(60, i -> 0.2 + 0.01 * Math.sin(i));

    assertThat(told).containsExactly("microphone-offset");
  }

  @Test
  void whatIsNoNumberIsABrokenMicrophone() throws InterruptedException {
    listen(60, i -> i == 7 ? Double.NaN : 0.01 * Math.sin(i));

    assertThat(told).containsExactly("microphone-broken");
  }

  @Test
  void lossesAreToldOnceEachMinuteWithWhatIsNewOfThem() throws InterruptedException {
    counts = new CaptureCounts(0, 0, 480, 2);
    listen(180, i -> 0.01 * Math.sin(i));

    assertThat(told).containsExactly("microphone-overrun");
  }

  private void listen(int seconds, IntToDoubleFunction wave) throws InterruptedException {
    var microphone = new WatchedMicrophone(new Played(wave), (code, _) -> told.add(code));
    for (int i = 0; i < seconds * 2; i++) {
      assertThat(microphone.read()).isPresent();
    }
  }

  private final class Played implements Microphone {
    private final IntToDoubleFunction wave;
    private int position;

    Played(IntToDoubleFunction wave) {
      this.wave = wave;
    }

    @Override
    public String name() {
      return "played";
    }

    @Override
    public int rate() {
      return RATE;
    }

    @Override
    public Optional<Sound> read() {
      var samples = new float[RATE / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) wave.applyAsDouble(position + i);
      }
      position += samples.length;
      return Optional.of(new Sound(position - samples.length, RATE, samples));
    }

    @Override
    public CaptureCounts counts() {
      return counts;
    }

    @Override
    public void close() {}
  }
}
