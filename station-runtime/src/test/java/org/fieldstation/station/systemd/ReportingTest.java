package org.fieldstation.station.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Patience;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.supervise.Supervisor.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportingTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final Liveness liveness = new Liveness(time);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    time.stopAll();
  }

  @Test
  void theStationIsReadyOnlyWhenItRecords() throws InterruptedException {
    hears(Duration.ofSeconds(31));
    var reporting = new Reporting(told::add, liveness, time);
    time.sleep(Duration.ofSeconds(30));
    assertThat(told).contains("STATUS=sound starting", "WATCHDOG=1").doesNotContain("READY=1");
    time.sleep(Duration.ofSeconds(10));
    reporting.close();

    assertThat(told).containsOnlyOnce("READY=1").contains("STATUS=sound well");
    assertThat(told).last().isEqualTo("STOPPING=1");
  }

  @Test
  void heartbeatsEndWhenThePathHangs() throws InterruptedException {
    hears(Duration.ofSeconds(1));
    var reporting = new Reporting(told::add, liveness, time);
    time.sleep(Duration.ofMinutes(3));
    int before = told.size();
    time.sleep(Duration.ofMinutes(10));

    assertThat(told).hasSize(before);
    assertThat(told).last().isEqualTo("STATUS=sound hangs");
    reporting.close();
  }

  @Test
  void outsideOfSystemdNobodyIsToldAnything() {
    assertThat(ServiceManager.of(Map.of())).isSameAs(ServiceManager.NOBODY);
  }

  /** A path that hears one window after so long, and then hangs. */
  private void hears(Duration after) {
    var scribe =
        new Scribe(
            (_, _) -> {},
            time,
            100,
            lost -> {
              throw new AssertionError(lost + " lost");
            });
    var random = new SplittableRandom(1);
    var supervisor = new Supervisor(time, random, new FaultBook(scribe, time, 1), liveness);
    Work work =
        progress -> {
          time.sleep(after);
          progress.run();
          time.sleep(Duration.ofDays(1));
        };
    supervisor.keep("sound", work.vital(Patience.untilSilent(Duration.ofMinutes(2))));
  }
}
