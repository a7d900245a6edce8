package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.Steering;
import org.fieldstation.station.remote.ConfigDesk;
import org.fieldstation.station.remote.LinuxMachine;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.systemd.Reporting;
import org.fieldstation.station.systemd.ServiceManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the station until it is told to stop. */
@Command(
    name = "run",
    description = "Runs the station: hears, names, writes down, delivers, until it is stopped.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "say what happens as JSON, one object a line")
  private boolean json;

  @Option(names = "--seconds", paramLabel = "N", description = "stop after so long")
  private long seconds = Integer.MAX_VALUE;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    RunObserver observer = json ? new JsonObserver(out) : new PlainObserver(out);
    boolean again = true;
    while (again) {
      var desk = new ConfigDesk(config.file());
      desk.starting();
      try {
        again = live(observer);
      } catch (RuntimeException e) {
        // A configuration on trial under which the station does not start is given back at once.
        if (!desk.failed(Faults.code(e) + ": " + Faults.message(e))) {
          throw e;
        }
      }
    }
    return 0;
  }

  /** One station from its start to its end. Returns whether another is to follow. */
  private boolean live(RunObserver observer) throws InterruptedException {
    var time = new SystemTime();
    var steering = new Steering();
    var parts =
        StationParts.real(
            config.read(),
            Release.version(),
            time,
            observer,
            new LinuxMachine(time, steering::restart));
    var stopped = new CountDownLatch(1);
    var hook = Thread.ofPlatform().unstarted(() -> stop(steering, stopped));
    Runtime.getRuntime().addShutdownHook(hook);
    try (var station = Station.start(parts);
        var _ = new Reporting(ServiceManager.of(System.getenv()), station.liveness(), time)) {
      observer.started(station.journal().epoch(), station.journal().boot());
      boolean signalled = steering.await(Duration.ofSeconds(seconds));
      if (steering.again()) {
        Runtime.getRuntime().removeShutdownHook(hook);
        return true;
      }
      if (!signalled) {
        Runtime.getRuntime().removeShutdownHook(hook);
        station.drain(Duration.ofSeconds(10));
      }
      observer.ended();
    } finally {
      stopped.countDown();
    }
    return false;
  }

  /** SIGTERM: the station stops its paths and writes down what it has before the machine goes. */
  private static void stop(Steering steering, CountDownLatch stopped) {
    steering.stop();
    try {
      boolean inTime = stopped.await(20, TimeUnit.SECONDS);
      assert inTime;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
