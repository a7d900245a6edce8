package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantisationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.5, 2",
    "-0.5, 0",
    "0.49999997, 1",
    "1.5, 3",
    "-1.5, -1",
    "2.4, 3",
    "126, 127",
    "127, 127",
    "1e30, 127",
    "-1e30, -128",
    "3.4e38, 127",
    "-3.4e38, -128"
  })
  void halvesGoAwayFromZeroAndWhatIsTooLargeSaturates(float real, byte number) {
    assertThat(quantise(new Quantisation(1, 1, -128), real)).isEqualTo(number);
  }

  @Test
  void everyNumberComesBackAsItself() {
    for (var quantisation :
        new Quantisation[] {
          new Quantisation(0.01870509f, 1, -128),
          new Quantisation(1 / 256f, -128, -128),
          new Quantisation(1 / 256f, 0, 0),
          new Quantisation(0.0078125f, 128, 0)
        }) {
      for (int i = 0; i < 256; i++) {
        byte number = (byte) i;
        assertThat(quantise(quantisation, quantisation.real(number))).isEqualTo(number);
      }
    }
  }

  @Test
  void numbersWithoutASignAreReadAsSuch() {
    assertThat(new Quantisation(1, 0, 0).real((byte) 200)).isEqualTo(200);
    assertThat(new Quantisation(1, 0, -128).real((byte) 200)).isEqualTo(-56);
  }

  @Test
  void aScaleThatIsNoScaleIsNotUsed() {
    assertThat(new Quantisation(0, 0, 0).isUsable()).isFalse();
    assertThat(new Quantisation(Float.NaN, 0, 0).isUsable()).isFalse();
    assertThat(new Quantisation(1, 200, -128).isUsable()).isFalse();
    assertThat(new Quantisation(1, 200, 0).isUsable()).isTrue();
  }

  private static byte quantise(Quantisation quantisation, float real) {
    var number = new byte[1];
    quantisation.quantise(new float[] {real}, number);
    return number[0];
  }
}
