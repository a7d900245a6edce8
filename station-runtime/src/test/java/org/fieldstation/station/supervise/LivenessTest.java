package org.fieldstation.station.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.supervise.Supervisor.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static final Duration SILENT = Duration.ofMinutes(2);

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final Liveness liveness = new Liveness(time);
  private final Scribe scribe =
      new Scribe(
          (_, _) -> {},
          time,
          10_000,
          lost -> {
            throw new AssertionError(lost + " lost");
          });
  private final Supervisor supervisor =
      new Supervisor(time, new SplittableRandom(1), new FaultBook(scribe, time, 1), liveness);

  @AfterEach
  void stop() throws InterruptedException {
    time.stopAll();
  }

  @Test
  void aPathThatHearsWindowAfterWindowIsAlive() throws InterruptedException {
    supervisor.keep("sound", hearing(Long.MAX_VALUE).vital(Patience.untilSilent(SILENT)));
    assertThat(liveness.isSettled()).isFalse();
    time.sleep(Duration.ofHours(5));

    assertThat(liveness.isAlive()).isTrue();
    assertThat(liveness.isSettled()).isTrue();
    assertThat(liveness.said()).isEqualTo("sound well");
  }

  @Test
  void aPathThatOnlyFailsIsKnownForHowLong() throws InterruptedException {
    supervisor.keep(
        "journal",
        _ -> {
          throw new IllegalStateException("the disk refuses");
        });
    time.sleep(Duration.ofSeconds(4));
    assertThat(liveness.failsSince("journal", Duration.ofSeconds(5))).isFalse();
    time.sleep(Duration.ofSeconds(2));
    assertThat(liveness.failsSince("journal", Duration.ofSeconds(5))).isTrue();
    assertThat(liveness.failsSince("sound", Duration.ZERO)).isFalse();
  }

  @Test
  void aPathThatHangsIsNotAliveThoughItsThreadIs() throws InterruptedException {
    supervisor.keep("sound", hearing(100).vital(Patience.untilSilent(SILENT)));
    time.sleep(Duration.ofSeconds(99 * 3 + SILENT.toSeconds()));
    assertThat(liveness.isAlive()).isTrue();
    time.sleep(Duration.ofSeconds(10));

    assertThat(liveness.isAlive()).isFalse();
    assertThat(liveness.said()).isEqualTo("sound hangs");
  }

  @Test
  void aPathThatHangsAtItsVeryStartIsNotAlive() throws InterruptedException {
    supervisor.keep("sound", hearing(0).vital(Patience.untilSilent(SILENT)));
    time.sleep(SILENT.plusSeconds(1));

    assertThat(liveness.isAlive()).isFalse();
    assertThat(liveness.isSettled()).isFalse();
  }

  @Test
  void aMicrophoneThatIsGoneAllNightIsAFaultAndNoReasonToRestart() throws InterruptedException {
    supervisor.keep("sound", failing().vital(Patience.untilSilent(SILENT)));
    for (int minute = 0; minute < 600; minute++) {
      time.sleep(Duration.ofMinutes(1));
      assertThat(liveness.isAlive()).isTrue();
    }
    assertThat(liveness.isSettled()).isTrue();
    assertThat(liveness.said()).isEqualTo("sound fails (device-lost)");
  }

  @Test
  void aDiskThatRefusesForAnHourIsAReasonToRestart() throws InterruptedException {
    supervisor.keep("journal", failing().vital(new Patience(SILENT, Duration.ofHours(1))));
    time.sleep(Duration.ofMinutes(59));
    assertThat(liveness.isAlive()).isTrue();
    time.sleep(Duration.ofMinutes(2));

    assertThat(liveness.isAlive()).isFalse();
  }

  @Test
  void aHungRainGaugeOrARecordingThatEndedIsNoReasonToRestart() throws InterruptedException {
    supervisor.keep("weather-rain", hearing(0));
    Work shortRecording = progress -> progress.run();
    supervisor.keep("sound", shortRecording.vital(Patience.untilSilent(SILENT)));
    time.sleep(Duration.ofDays(2));

    assertThat(liveness.isAlive()).isTrue();
    assertThat(liveness.said()).isEqualTo("sound ended");
  }

  private Work hearing(long windows) {
    return progress -> {
      for (long window = 0; window < windows; window++) {
        progress.run();
        time.sleep(Duration.ofSeconds(3));
      }
      time.sleep(Duration.ofDays(365));
    };
  }

  private static Work failing() {
    return _ -> {
      throw new DeviceException(DeviceException.Code.LOST, "the microphone is gone");
    };
  }
}
