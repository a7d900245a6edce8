package org.fieldstation.models.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048})
  void everyBinOfEveryFrameIsThatOfTheSumItself(int size) {
    int lanes = 5;
    var fft = new RealFft(size, lanes);
    var frames = new double[lanes][size];
    for (int lane = 0; lane < lanes; lane++) {
      var noise = Signals.noise(size, lane);
      for (int n = 0; n < size; n++) {
        fft.sample(n)[lane] = noise[n];
        frames[lane][n] = noise[n];
      }
    }

    fft.transform();

    for (int lane = 0; lane < lanes; lane++) {
      for (int k = 0; k <= size / 2; k++) {
        double magnitude = Math.sqrt(Signals.power(frames[lane], size, k));
        assertThat(Math.sqrt(fft.power(k)[lane])).isCloseTo(magnitude, within(1e-6 * size));
      }
    }
  }
}
