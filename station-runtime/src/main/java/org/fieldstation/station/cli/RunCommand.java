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
import org.fieldstation.station.update.Launched;
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
  private static final Duration LAST_WORDS = Duration.ofSeconds(12);

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
    while (true) {
      var desk = new ConfigDesk(config.file());
      desk.starting();
      try {
        var end = live(observer);
        if (end != Steering.End.ANEW) {
          return end == Steering.End.ANOTHER_RELEASE ? Launched.EXIT_AGAIN : 0;
        }
      } catch (RuntimeException e) {
        // A configuration on trial under which the station does not start is given back at once.
        if (!desk.failed(Faults.code(e) + ": " + Faults.message(e))) {
          throw e;
        }
      }
    }
  }

  /** One station from its start to its end. */
  private Steering.End live(RunObserver observer) throws InterruptedException {
    var time = new SystemTime();
    var steering = new Steering();
    var launched = Launched.from(System.getenv(), () -> steering.end(Steering.End.ANOTHER_RELEASE));
    var parts =
        StationParts.real(
            config.read(),
            Release.version(),
            time,
            observer,
            launched,
            new LinuxMachine(time, _ -> steering.end(Steering.End.ANEW)));
    var stopped = new CountDownLatch(1);
    var hook = Thread.ofPlatform().unstarted(() -> stop(steering, stopped));
    Runtime.getRuntime().addShutdownHook(hook);
    try (var station = Station.start(parts);
        var _ = new Reporting(ServiceManager.of(System.getenv()), station.liveness(), time)) {
      station.onStopAsked(() -> steering.end(Steering.End.STOPPED));
      observer.started(station.journal().epoch(), station.journal().boot());
      var end = steering.await(Duration.ofSeconds(seconds));
      if (end == Steering.End.ANOTHER_RELEASE) {
        time.start("last words", () -> endAllTheSame(time));
      }
      if (end != Steering.End.STOPPED) { // a signal is the hook itself, which waits for us
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (end == Steering.End.TIME_IS_UP) {
        station.drain(Duration.ofSeconds(10));
      }
      observer.ended();
      return end;
    } finally {
      stopped.countDown();
    }
  }

  /**
   * A release that is taken back because it broke its database cannot close it either, and nothing
   * records meanwhile. What it still had to say is lost, as in a power cut.
   */
  private static void endAllTheSame(SystemTime time) throws InterruptedException {
    time.sleep(LAST_WORDS);
    Runtime.getRuntime().halt(Launched.EXIT_AGAIN);
  }

  /** SIGTERM: the station stops its paths and writes down what it has before the machine goes. */
  private static void stop(Steering steering, CountDownLatch stopped) {
    steering.end(Steering.End.STOPPED);
    try {
      boolean inTime = stopped.await(20, TimeUnit.SECONDS);
      assert inTime;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
