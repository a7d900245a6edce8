package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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

  /** Long enough for the compiled loop, whose vectors must say what the definition says. */
  @Test
  void aLongWindowIsQuantisedAsTheDefinitionSays() {
    var random = new Random(7);
    for (var quantisation :
        new Quantisation[] {
          new Quantisation(0.01870509f, 1, -128), new Quantisation(1 / 64f, 131, 0)
        }) {
      var real = new float[40_001];
      for (int i = 0; i < real.length; i++) {
        float exact = (random.nextInt(700) - 350) * quantisation.scale() / 2;
        real[i] =
            switch (i % 5) {
              case 0 -> exact;
              case 1 -> Math.nextUp(exact);
              case 2 -> Math.nextDown(exact);
              case 3 -> random.nextFloat(-3, 3);
              default -> exact * 1e30f;
            };
      }
      real[17] = Float.NaN;
      real[18] = Float.NEGATIVE_INFINITY;
      var numbers = new byte[real.length];
      for (int times = 0; times < 200; times++) {
        quantisation.quantise(real, numbers);
      }
      for (int i = 0; i < real.length; i++) {
        assertThat(numbers[i]).as("of %s", real[i]).isEqualTo(defined(quantisation, real[i]));
      }
    }
  }

  private static byte defined(Quantisation quantisation, float real) {
    double steps = real / quantisation.scale();
    double whole = Math.signum(steps) * Math.floor(Math.abs(steps) + 0.5);
    int least = quantisation.lowest();
    return (byte)
        Math.round(
            Math.clamp(
                (Double.isNaN(whole) ? 0 : whole) + quantisation.zeroPoint(),
                least,
                least + 255.0));
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
