package org.fieldstation.drivers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class PlugTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Plug plug = new Plug(time);

  @Test
  void aDeviceThatWasNeverLostIsUsedAtOnce() {
    assertThat(plug.rest()).isZero();
    assertThat(plug.isLoose()).isFalse();
  }

  @Test
  void eachLossDoublesTheRestUpToAMinute() {
    var rests =
        IntStream.range(0, 9)
            .mapToObj(_ -> {
              plug.lost();
              return plug.rest().toSeconds();
            })
            .toList();

    assertThat(rests).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L, 64L);
  }

  @Test
  void threeLossesInTenMinutesAreALoosePlugAndTenQuietMinutesAreForgiven() throws Exception {
    plug.lost();
    plug.lost();
    assertThat(plug.isLoose()).isFalse();
    plug.lost();
    assertThat(plug.isLoose()).isTrue();

    time.sleep(Duration.ofMinutes(11));

    assertThat(plug.isLoose()).isFalse();
    assertThat(plug.rest()).isZero();
  }
}
