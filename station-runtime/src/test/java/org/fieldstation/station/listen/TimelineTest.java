package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final int RATE = 1_000;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final Timeline timeline = new Timeline(time);
  private long heard;

  @Test
  void aBlockThatComesLateDoesNotMoveTheSound() throws InterruptedException {
    time.sleep(Duration.ofSeconds(10)); // the microphone is opened here
    hear(1_000, Duration.ofSeconds(1));
    hear(1_000, Duration.ofSeconds(4)); // the machine was busy
    hear(1_000, Duration.ZERO);

    assertThat(timeline.at(0).uptime()).isEqualTo(Duration.ofSeconds(10));
    assertThat(timeline.at(2.5).uptime()).isEqualTo(Duration.ofMillis(12_500));
    assertThat(timeline.at(2.5).utc()).isEqualTo(Instant.parse("2026-06-01T00:00:12.500Z"));
  }

  @Test
  void aSoundCardThatRunsSlowIsFollowedMinuteByMinute() throws InterruptedException {
    long slowMillis = 1_001; // a second of its samples takes so long: 1000 in a million off
    for (int second = 0; second < 3_600; second++) {
      hear(RATE, Duration.ofMillis(slowMillis));
    }
    double lateSeconds = seconds(time.now().uptime()) - seconds(timeline.at(3_600).uptime());

    assertThat(lateSeconds).isCloseTo(0, within(0.13)); // without following it would be 3.6
  }

  private void hear(int samples, Duration takes) throws InterruptedException {
    time.sleep(takes);
    timeline.heard(new Sound(heard, RATE, new float[samples]));
    heard += samples;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
