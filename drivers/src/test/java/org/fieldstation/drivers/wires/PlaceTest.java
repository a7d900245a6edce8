package org.fieldstation.drivers.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i2c-1/0x76",
        "i2c-22/0x08",
        "i2c-1/0x48/2",
        "gpio0",
        "gpio17",
        "gpio:pinctrl-rp1/17",
        "gpio:gpio-sim.0-node0/3",
        "spi0.1",
        "pwm1",
        "pwm:1f00098000.pwm/2",
        "w1/28-3c01d607a2f1",
        "/dev/serial0",
        "/dev/serial/by-path/platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.3:1.0-port0"
      })
  void aPlaceIsWrittenAsItWasRead(String at) {
    assertThat(Place.parse(at)).hasToString(at);
  }

  @Test
  void theSamePlaceWrittenInTwoWaysIsOnePlace() {
    assertThat(Place.parse("i2c-1/0x4A")).isEqualTo(Place.parse("i2c-1/0x4a"));
    assertThat(Place.parse("i2c-1/0x48/1")).isNotEqualTo(Place.parse("i2c-1/0x48/2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " i2c-1/0x76",
        "i2c-1/76",
        "i2c-01/0x76",
        "i2c-1/0x178",
        "i2c--1/0x76",
        "i2c-99999999999/0x76",
        "i2c-1/0x03",
        "i2c-1/0x78",
        "gpio",
        "gpio-1",
        "gpio:../../etc/17",
        "w1/../../../etc/passwd",
        "w1/28-3C01D607A2F1",
        "/dev/../etc/shadow",
        "/dev//tty",
        "/etc/passwd",
        "/dev/tty\n0",
        "spi0",
        "pwm:/0"
      })
  void anythingElseIsRefusedInOneLine(String at) {
    assertThatThrownBy(() -> Place.parse(at))
        .isInstanceOfSatisfying(
            DeviceException.class,
            it -> assertThat(it.code()).isEqualTo(DeviceException.Code.UNSUPPORTED))
        .message()
        .doesNotContain("\n")
        .hasSizeLessThan(260);
  }

  @Test
  void noiseIsRefusedOrMeansWhatItSays() {
    var random = new SplittableRandom(20_261_127);
    var alphabet = "i2c-/0x76gpiospwm1.:dev ~\u0000\n语";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(14); text.length() < length; ) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        assertThat(Place.parse(text.toString())).hasToString(text.toString());
      } catch (DeviceException refused) {
        assertThat(refused.code()).isEqualTo(DeviceException.Code.UNSUPPORTED);
      }
    }
  }
}
