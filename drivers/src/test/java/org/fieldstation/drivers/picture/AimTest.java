package org.fieldstation.drivers.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AimTest {

  @Test
  void aBlurredEdgeIsLessSharpThanAClearOne() {
    assertThat(Aim.of(edge(1)).sharpness()).isGreaterThan(4 * Aim.of(edge(8)).sharpness());
  }

  @Test
  void whatIsTooDarkAndTooBrightIsCounted() {
    var aim = Aim.of(edge(1));
    assertThat(aim.black()).isEqualTo(0.5);
    assertThat(aim.white()).isEqualTo(0.5);
    assertThat(aim.mean()).isEqualTo(127.5);
    assertThat(aim.histogram()[255]).isEqualTo(32 * 16);
  }

  @Test
  void onePixelHasNoSharpness() {
    assertThat(Aim.of(new Pixels(1, 1, new int[] {0x808080})).sharpness()).isZero();
  }

  /** Black to white over so many columns in the middle. */
  private static Pixels edge(int over) {
    var pixels = new int[32 * 32];
    for (int i = 0; i < pixels.length; i++) {
      double part = (i % 32 - 16 + over / 2.0 + 0.5) / over;
      pixels[i] = (int) Math.round(255 * Math.clamp(part, 0, 1)) * 0x10101;
    }
    return new Pixels(32, 32, pixels);
  }
}
