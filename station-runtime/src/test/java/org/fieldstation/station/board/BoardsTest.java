package org.fieldstation.station.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardsTest {
  private final Board pi = Boards.named("raspberry-pi-5").orElseThrow();

  @Test
  void aPinOfTheHeaderIsTheLineThatTheManualSays() {
    assertThat(pi.place("pin11")).isEqualTo("gpio17");
    assertThat(pi.place("pin12")).isEqualTo("gpio18");
    assertThat(pi.place("pin40")).isEqualTo("gpio21");
    assertThat(pi.place("pin3")).isEqualTo("gpio2");
    assertThat(pi.place("pin6")).as("ground").isEqualTo("pin6");
  }

  @Test
  void aNameMayBeginALongerPlaceAndOnesOwnNameGoesFirst() {
    assertThat(pi.place("i2c/0x48/1")).isEqualTo("i2c-1/0x48/1");
    assertThat(pi.with(Map.of("i2c", "i2c-3", "rain", "gpio6")).place("i2c/0x76"))
        .isEqualTo("i2c-3/0x76");
    assertThat(pi.with(Map.of("rain", "gpio6")).place("rain")).isEqualTo("gpio6");
    assertThat(pi.place("/dev/ttyUSB0")).isEqualTo("/dev/ttyUSB0");
  }

  @Test
  void thePwmOfTheSamePinIsAnotherChannelOnAnotherBoard() {
    assertThat(pi.place("pwm-pin12")).isEqualTo("pwm2");
    assertThat(Boards.named("raspberry-pi-4").orElseThrow().place("pwm-pin12")).isEqualTo("pwm0");
  }
}
