package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.now.News;
import org.fieldstation.station.remote.Outcome;
import org.fieldstation.station.software.Porter;
import org.fieldstation.station.software.SoftwarePackage;
import org.fieldstation.station.software.Standing;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.update.LinkBudget;
import org.fieldstation.station.update.Sources;
import org.fieldstation.station.update.Trust;

/** Brings model packs and configurations, and does with them what servers wish. */
final class SoftwareWork implements Supervisor.Work {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration NO_LINK = Duration.ofMinutes(2);

  private final Parts parts;
  private final Updates updates;
  private final Remote remote;
  private final FaultBook faults;
  private final Gate gate;
  private final Signal bell;

  SoftwareWork(Parts parts, Updates updates, Remote remote, FaultBook faults, Gate gate) {
    this.parts = parts;
    this.updates = updates;
    this.remote = remote;
    this.faults = faults;
    this.gate = gate;
    this.bell = parts.time().signal();
    remote
        .software()
        .forEach(one -> {
          one.onWish(bell::ring);
          one.onChange(() -> parts.bulletin().changed(new News.Software()));
        });
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    var porter = porter();
    while (true) {
      var pause = IDLE;
      for (var one : remote.software()) {
        pause = shorter(pause, all(porter, one));
        progress.run();
      }
      bell.await(pause);
    }
  }

  private Porter porter() {
    var disk = new PosixDisk();
    var budget = new LinkBudget(gate);
    return new Porter(
        disk,
        Trust.client(disk, updates.root(), () -> parts.time().now().utc()),
        new Sources(updates.coap(), budget)::open,
        budget,
        parts.settings().station().name(),
        why -> faults.note("software", "software-link", why));
  }

  /** Everything that can be done with it now, and how long to wait afterwards. */
  private Duration all(Porter porter, SoftwarePackage one) {
    while (true) {
      var before = one.standing();
      switch (porter.step(one)) {
        case ON -> tell(before, one);
        case NOWHERE -> {
          return IDLE;
        }
        case NO_LINK -> {
          return NO_LINK;
        }
      }
    }
  }

  /** A record of each end; what lies between is for whoever observes the object. */
  private void tell(Standing before, SoftwarePackage one) {
    var now = one.standing();
    if (!now.reason().isEmpty() || !now.wish().equals(before.wish())) {
      remote.tell(
          new Outcome(
              before.by(),
              "software " + one.title(),
              before.uri(),
              now.reason().isEmpty() ? done(before) : "refused",
              now.reason()));
    }
  }

  private static String done(Standing before) {
    return switch (before.wish()) {
      case NOTHING -> "brought";
      case INSTALL -> "installed";
      case ACTIVATE -> "activated";
      case DEACTIVATE -> "deactivated";
      case UNINSTALL -> "removed";
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
