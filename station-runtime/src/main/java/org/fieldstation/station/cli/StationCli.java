package org.fieldstation.station.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.classify.Classifiers;
import org.fieldstation.station.classify.Sights;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The station's command line. Exit codes: 0 done, 1 the answer is no, 2 usage, 3 environment, 4
 * data refused.
 */
@Command(
    name = "station",
    description = "A field station for biodiversity: hears, names, writes down and delivers.",
    mixinStandardHelpOptions = true,
    versionProvider = Release.class,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      StoreCommand.class,
      SyncCommand.class,
      CollectCommand.class,
      ProvisionCommand.class,
      OtaCommand.class
    })
public final class StationCli implements Runnable {
  @Spec private CommandSpec spec;

  static void main(String[] arguments) {
    LoggerFactory
        .getILoggerFactory(); // before two lines of work want it at once, which is a warning
    System.exit(commandLine().execute(arguments));
  }

  /** The command line with its subcommands and its way of saying what went wrong. */
  public static CommandLine commandLine() {
    var models = Classifiers.installed(StationParts.cache());
    var classify =
        new CommandLine(
            new ClassifyCommand(
                models, wanted -> Sights.of(wanted, StationParts.cache()), new SystemTime()));
    var doctor =
        new CommandLine(new DoctorCommand(new SystemTime()))
            .addSubcommand(new CommandLine(new ScanCommand(new SystemTime())));
    var packs = ModelsCommand.commandLine(() -> new Engine(StationParts.cache()));
    var command =
        new CommandLine(new StationCli())
            .addSubcommand(doctor)
            .addSubcommand(new CommandLine(new AimCommand(new SystemTime())))
            .addSubcommand(classify)
            .addSubcommand(packs);
    // Handlers reach only the subcommands that are there when they are set.
    return command
        .setOut(
            new PrintWriter(System.out, true, UTF_8)) // file names too, whatever the locale says
        .setErr(new PrintWriter(System.err, true, UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Complaints::usage)
        .setExecutionExceptionHandler(Complaints::failure);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: see station --help");
  }
}
