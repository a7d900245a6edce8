package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.remote.ConfigDesk;
import org.fieldstation.station.supervise.Supervisor;

/** Counts the running time of a configuration on trial, and sees the old one returned. */
final class TrialWork implements Supervisor.Work {
  private static final Duration STEP = Duration.ofSeconds(10);

  private final ConfigDesk desk;
  private final Remote remote;
  private final TimeKeeper time;

  TrialWork(ConfigDesk desk, Remote remote, TimeKeeper time) {
    this.desk = desk;
    this.remote = remote;
    this.time = time;
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    while (true) {
      remote.sayOutcomes();
      time.sleep(STEP);
      if (desk.passed(STEP)) {
        remote.sayOutcomes();
        remote.machine().restart("the old configuration returned");
      }
    }
  }
}
