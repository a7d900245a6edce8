package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
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
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "say what happens as JSON, one object a line")
  private boolean json;

  @Option(names = "--seconds", paramLabel = "N", description = "stop after so long")
  private long seconds = Long.MAX_VALUE;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    RunObserver observer = json ? new JsonObserver(out) : new PlainObserver(out);
    var time = new SystemTime();
    var told = new CountDownLatch(1);
    var again = new AtomicBoolean();
    var launched =
        Optional.ofNullable(System.getenv("FIELDSTATION_SLOT"))
            .map(slot ->
                new Launched(
                    slot,
                    () -> {
                      again.set(true);
                      told.countDown();
                    }));
    var parts = StationParts.real(config.read(), Release.version(), time, observer, launched);
    var stopped = new CountDownLatch(1);
    var hook = Thread.ofPlatform().unstarted(() -> stop(told, stopped));
    Runtime.getRuntime().addShutdownHook(hook);
    try (var station = Station.start(parts);
        var _ = new Reporting(ServiceManager.of(System.getenv()), station.liveness(), time)) {
      observer.started(station.journal().epoch(), station.journal().boot());
      boolean signalled = told.await(seconds, TimeUnit.SECONDS);
      if (!signalled || again.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (!signalled) {
        station.drain(Duration.ofSeconds(10));
      }
      observer.ended();
    } finally {
      stopped.countDown();
    }
    return again.get() ? Launched.EXIT_AGAIN : 0;
  }

  /** SIGTERM: the station stops its paths and writes down what it has before the machine goes. */
  private static void stop(CountDownLatch told, CountDownLatch stopped) {
    told.countDown();
    try {
      boolean inTime = stopped.await(20, TimeUnit.SECONDS);
      assert inTime;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
