package org.fieldstation.station.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class RepowerTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
  private final Repower repower = new Repower(time);

  @Test
  void threeFailuresInARowAreWorthACutAndOneThatWasFollowedByAGoodMinuteIsNot() {
    assertThat(repower.failed()).isFalse();
    assertThat(repower.failed()).isFalse();
    repower.well();
    assertThat(repower.failed()).isFalse();
    assertThat(repower.failed()).isFalse();
    assertThat(repower.failed()).isTrue();
    assertThat(repower.cut()).isEqualTo(1);
    assertThat(repower.due()).isFalse();
  }

  @Test
  void whatNothingHelpsIsCutMoreAndMoreSeldomAndSixTimesADayAtMost() throws InterruptedException {
    var cuts = new ArrayList<Duration>();
    for (int minute = 0; minute < 2 * 24 * 60; minute++) {
      if (repower.failed()) {
        repower.cut();
        cuts.add(time.now().uptime());
      }
      time.sleep(Duration.ofMinutes(1));
    }

    assertThat(cuts.subList(0, 4))
        .extracting(Duration::toMinutes)
        .containsExactly(2L, 7L, 17L, 37L);
    assertThat(cuts).hasSize(2 * Repower.PER_DAY);
    assertThat(cuts.get(Repower.PER_DAY)).isGreaterThan(Duration.ofHours(23));
  }
}
