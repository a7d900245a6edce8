package org.fieldstation.station.lamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fieldstation.drivers.time.TimeSource;
import org.junit.jupiter.api.Test;

class BlinkTest {

  @Test
  void theMostSeriousIsShown() {
    assertThat(shown()).isEqualTo(Blink.WELL);
    assertThat(shown("delivery-reserve")).isEqualTo(Blink.NOT_DELIVERING);
    assertThat(shown("delivery-reserve", "weather-air")).isEqualTo(Blink.SENSOR_FAILS);
    assertThat(shown("weather-air", "sound")).isEqualTo(Blink.MICROPHONE_FAILS);
    assertThat(shown("sound", "journal")).isEqualTo(Blink.JOURNAL_FAILS);
  }

  @Test
  void aClockThatNobodySetIsShownBeforeASensorAndAfterTheMicrophone() {
    assertThat(Blink.of(Set.of("weather-air"), TimeSource.NONE)).isEqualTo(Blink.CLOCK_UNKNOWN);
    assertThat(Blink.of(Set.of("sound"), TimeSource.NONE)).isEqualTo(Blink.MICROPHONE_FAILS);
  }

  private static Blink shown(String... failing) {
    return Blink.of(Set.of(failing), TimeSource.NTP);
  }
}
