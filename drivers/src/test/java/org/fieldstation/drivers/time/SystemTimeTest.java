package org.fieldstation.drivers.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  private static final Instant SHUTDOWN = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant TRUE = Instant.parse("2027-03-01T05:00:00Z");

  @Test
  void aClockThatNobodySetSaysSoWhateverItsYear() {
    var now = with(TimeSource.NONE, Duration.ZERO).now();

    assertThat(now.source()).isEqualTo(TimeSource.NONE);
    assertThat(now.utc()).isEqualTo(SHUTDOWN);
  }

  @Test
  void aSatelliteReceiverSetsAClockThatNobodySet() {
    var time = with(TimeSource.NONE, Duration.ZERO);

    time.told(new ToldTime(TRUE, time.nanos(), TimeSource.GNSS, Duration.ofSeconds(1)));

    assertThat(time.now().source()).isEqualTo(TimeSource.GNSS);
    assertThat(time.now().utc()).isAfterOrEqualTo(TRUE);
    assertThat(time.now().uncertainty()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aClockThatIsKeptWellIsNotMadeWorse() {
    var time = with(TimeSource.NTP, Duration.ofMillis(20));

    time.told(new ToldTime(TRUE, time.nanos(), TimeSource.GNSS, Duration.ofSeconds(1)));

    assertThat(time.now().source()).isEqualTo(TimeSource.NTP);
    assertThat(time.now().utc()).isEqualTo(SHUTDOWN);
  }

  @Test
  void whatWasToldLongAgoIsLessCertainNow() {
    var told = new ToldTime(TRUE, 0, TimeSource.GNSS, Duration.ofSeconds(1));
    long day = Duration.ofDays(1).toNanos();

    assertThat(told.at(day)).isEqualTo(TRUE.plus(Duration.ofDays(1)));
    assertThat(told.uncertaintyAt(day)).isEqualTo(Duration.ofMillis(9_640));
  }

  @Test
  void aClockChipDoesNotReplaceASatelliteReceiver() {
    var time = with(TimeSource.NONE, Duration.ZERO);

    time.told(new ToldTime(TRUE, time.nanos(), TimeSource.GNSS, Duration.ofSeconds(1)));
    time.told(new ToldTime(SHUTDOWN, time.nanos(), TimeSource.RTC, Duration.ofMinutes(1)));

    assertThat(time.now().source()).isEqualTo(TimeSource.GNSS);
  }

  @Test
  void aLinkThatIsLostForHoursDoesNotMakeTheClockUnknown() {
    var found = new ArrayDeque<Evidence>();
    found.add(new Evidence(TimeSource.NTP, Duration.ofSeconds(16), "kept"));
    var nobody = new Evidence(TimeSource.NONE, Duration.ZERO, "nobody keeps it");
    var time = new SystemTime(() -> found.isEmpty() ? nobody : found.poll(), () -> SHUTDOWN);

    long until = time.nanos() + Duration.ofMillis(1_100).toNanos();
    while (time.nanos() < until) {
      Thread.onSpinWait();
    }

    assertThat(time.now().source()).isEqualTo(TimeSource.NTP);
    assertThat(time.now().uncertainty()).isGreaterThan(Duration.ofSeconds(16));
  }

  private static SystemTime with(TimeSource source, Duration uncertainty) {
    return new SystemTime(
        () -> new Evidence(source, uncertainty, "as the test says"), () -> SHUTDOWN);
  }
}
