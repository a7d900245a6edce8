package org.fieldstation.ota.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fieldstation.ota.publish.Rollout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a rollout before anybody is asked; the server goes by the same draw. */
@Command(
    name = "rollout",
    description =
        "Shows in which stage each station gets a release: canaries, a tenth, all. The server goes"
            + " by the same draw and stops when too many fail.",
    mixinStandardHelpOptions = true)
final class RolloutPlan implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RELEASE",
      description = "for instance station-1.1.0.manifest")
  private String release = "";

  @Parameters(
      index = "1",
      paramLabel = "STATIONS",
      description = "a file, one station's name a line")
  private Path stations = Path.of("stations");

  @Option(
      names = "--canary",
      split = ",",
      paramLabel = "STATION",
      description = "in the first stage whatever is drawn (default: one in a hundred is drawn)")
  private List<String> canaries = List.of();

  @Override
  public Integer call() throws IOException {
    var rollout = Rollout.ordinary(release, Set.copyOf(canaries));
    for (var station : Files.readAllLines(stations)) {
      if (!station.isBlank()) {
        spec.commandLine().getOut().println(rollout.stage(station.strip()) + " " + station.strip());
      }
    }
    return 0;
  }
}
