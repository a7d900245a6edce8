package org.fieldstation.station.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.Station;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.text.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Delivers what waits, without listening: for a visitor whose phone is the only link. */
@Command(
    name = "sync",
    description =
        "Delivers everything that waits to every server, then stops. Exit 1 when some of it still"
            + " waits.",
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "give up after so long (default: ${DEFAULT-VALUE})")
  private long timeout = 60;

  @Override
  public Integer call() throws InterruptedException {
    var configuration = config.read();
    var observer =
        json
            ? new JsonObserver(spec.commandLine().getOut())
            : new PlainObserver(spec.commandLine().getOut());
    var parts =
        StationParts.real(configuration, Release.version(), new SystemTime(), observer)
            .withoutSensors();
    boolean drained;
    try (var station = Station.start(parts)) {
      drained = station.drain(Duration.ofSeconds(timeout));
    }
    configuration.settings().centrals().forEach(server -> report(configuration, server));
    return drained ? 0 : Complaints.NO;
  }

  private void report(SettingsFile configuration, CentralSettings server) {
    var folder = configuration.resolve(configuration.settings().station().data());
    try (var journal = JournalReader.open(folder)) {
      long waiting = waiting(journal.lanes(), server.name());
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? new JsonLine().put("server", server.name()).put("waiting", waiting)
                  : server.name()
                      + ": "
                      + (waiting == 0 ? "has everything" : waiting + " records still wait"));
    }
  }

  private static long waiting(List<JournalReader.LaneState> lanes, String server) {
    return Arrays.stream(Lane.values())
        .flatMap(lane -> lanes.stream().filter(state -> state.lane() == lane))
        .mapToLong(state -> state.last() - state.confirmed().getOrDefault(server, 0L))
        .sum();
  }
}
