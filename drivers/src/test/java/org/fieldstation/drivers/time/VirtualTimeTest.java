package org.fieldstation.drivers.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final List<String> seen = new ArrayList<>();

  @Test
  void aDayPassesAtOnceAndInOrder() throws InterruptedException {
    time.start("hourly", () -> every("hour", Duration.ofHours(1)));
    time.start("daily", () -> every("day", Duration.ofDays(1)));

    time.sleep(Duration.ofHours(24).plusSeconds(1));

    assertThat(seen).hasSize(25).endsWith("day 24", "hour 24").startsWith("hour 1");
    time.stopAll();
  }

  @Test
  void aBellWakesTheOneWhoWaitsBeforeItsTime() throws InterruptedException {
    var bell = time.signal();
    time.start(
        "waiter", () -> seen.add(bell.await(Duration.ofHours(1)) + " " + time.now().uptime()));
    time.sleep(Duration.ofSeconds(5));
    bell.ring();
    time.sleep(Duration.ofSeconds(1));

    assertThat(seen).containsExactly("true PT5S");
  }

  @Test
  void aBellThatNobodyRingsEndsTheWaitInTime() throws InterruptedException {
    assertThat(time.signal().await(Duration.ofSeconds(3))).isFalse();
    assertThat(time.now().uptime()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aStoppedLineEndsAndItsJoinerGoesOn() throws InterruptedException {
    var line = time.start("endless", () -> every("tick", Duration.ofSeconds(1)));
    time.sleep(Duration.ofMillis(2500));
    line.stop();
    line.join();
    time.sleep(Duration.ofSeconds(10));

    assertThat(seen).hasSize(2);
  }

  @Test
  void aStepOfTheClockLeavesUptimeAlone() throws InterruptedException {
    time.sleep(Duration.ofSeconds(1));
    time.step(Duration.ofDays(365), TimeSource.NTP);

    assertThat(time.now().uptime()).isEqualTo(Duration.ofSeconds(1));
    assertThat(time.now().utc()).isEqualTo(Instant.parse("2027-06-01T00:00:01Z"));
  }

  private void every(String what, Duration period) throws InterruptedException {
    while (true) {
      time.sleep(period);
      seen.add(what + " " + time.now().uptime().toHours());
    }
  }
}
