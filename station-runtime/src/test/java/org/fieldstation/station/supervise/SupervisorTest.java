package org.fieldstation.station.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final List<Long> starts = new ArrayList<>();
  private final Liveness liveness = new Liveness(time);
  private Journal journal;
  private Scribe scribe;
  private Supervisor supervisor;

  @BeforeEach
  void openTheJournal() {
    var random = new SplittableRandom(1);
    journal = Journal.open(folder.resolve("journal.db"), time.now(), random, Bodies::effort);
    scribe =
        new Scribe(
            journal::write,
            time,
            100,
            lost -> {
              throw new AssertionError(lost + " lost");
            });
    supervisor =
        new Supervisor(time, random, new FaultBook(scribe, time, journal.boot()), liveness);
  }

  @AfterEach
  void stop() throws InterruptedException {
    time.stopAll();
    journal.close();
  }

  @Test
  void aPathThatFailsIsStartedAgainLaterAndLaterButNeverGivenUp() throws InterruptedException {
    supervisor.keep("sound", _ -> fail());
    time.sleep(Duration.ofHours(1));

    assertThat(starts).hasSizeBetween(60, 130);
    assertThat(starts.get(1)).isLessThanOrEqualTo(1_000);
    assertThat(starts.getLast() - starts.get(starts.size() - 2)).isBetween(30_000L, 60_000L);
  }

  @Test
  void aPathThatGotSomethingDoneIsStartedAgainSoon() throws InterruptedException {
    supervisor.keep(
        "sound",
        progress -> {
          time.sleep(Duration.ofSeconds(3));
          progress.run();
          fail();
        });
    time.sleep(Duration.ofMinutes(2));

    assertThat(starts).hasSizeBetween(30, 35);
  }

  @Test
  void aFaultThatRepeatsAllNightIsOneRecordAnHour() throws InterruptedException {
    supervisor.keep("sound", _ -> fail());
    time.sleep(Duration.ofHours(8));
    scribe.flush();

    var told = journal.pending("nobody", Lane.URGENT, 100);
    assertThat(told).hasSizeBetween(7, 9);
    assertThat(Bodies.readable(((Entry) told.getLast()).body()))
        .contains("device-lost")
        .contains("times before");
  }

  @Test
  void aPathThatComesToItsEndIsLeftInPeace() throws InterruptedException {
    supervisor.keep("sound", _ -> starts.add(time.now().uptime().toMillis()));
    time.sleep(Duration.ofHours(1));

    assertThat(starts).hasSize(1);
  }

  private void fail() {
    starts.add(time.now().uptime().toMillis());
    throw new DeviceException(DeviceException.Code.LOST, "the microphone is gone");
  }
}
