package org.fieldstation.ota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.fieldstation.ota.disk.DiskException;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The publisher's command line. Exit codes: 0 done, 2 usage, 3 environment, 4 refused.
 *
 * <p>Keys need not meet: {@code sign} runs on any machine, with one key, and drafts travel by file.
 */
@Command(
    name = "ota",
    description = "Makes, signs and publishes releases of the station.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Also: serve. How the steps follow each other: docs/updates.md"})
public final class OtaCli implements Runnable {
  private static final int USAGE = 2;
  private static final int ENVIRONMENT = 3;
  private static final int REFUSED = 4;

  @Spec private CommandSpec spec;

  static void main(String[] arguments) {
    System.exit(commandLine(new SecureRandom(), InstantSource.system()).execute(arguments));
  }

  static CommandLine commandLine(SecureRandom random, InstantSource clock) {
    return new CommandLine(new OtaCli())
        .addSubcommand(new Keys.Keygen(random))
        .addSubcommand(new Keys.Init(clock))
        .addSubcommand(new Keys.Rotate(clock))
        .addSubcommand(new Releases.Add(clock))
        .addSubcommand(new Bundle(clock))
        .addSubcommand(new Releases.Sign())
        .addSubcommand(new Releases.Publish(clock))
        .addSubcommand(new Inspect())
        .addSubcommand(new RolloutPlan())
        .setOut(new PrintWriter(System.out, true, UTF_8))
        .setErr(new PrintWriter(System.err, true, UTF_8))
        .setParameterExceptionHandler(OtaCli::usage)
        .setExecutionExceptionHandler(OtaCli::failure);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: see ota --help");
  }

  private static int usage(ParameterException fault, String[] arguments) {
    fault.getCommandLine().getErr().println("ota: " + fault.getMessage());
    return USAGE;
  }

  private static int failure(Exception fault, CommandLine command, ParseResult parsed) {
    command.getErr().println("ota: " + line(fault));
    return switch (fault) {
      case TrustException _, JsonException _ -> REFUSED;
      case IOException _, DiskException _ -> ENVIRONMENT;
      default -> USAGE;
    };
  }

  private static String line(Exception fault) {
    return switch (fault) {
      case TrustException e when e.code() == TrustException.Code.THRESHOLD ->
          e.code() + ": " + e.getMessage() + "; another of its signers has to 'ota sign' the draft";
      case TrustException e -> e.code() + ": " + e.getMessage();
      case NoSuchFileException e -> e.getFile() + " is not there";
      case FileAlreadyExistsException e -> e.getFile() + " is there already and stays as it is";
      default -> String.valueOf(fault.getMessage());
    };
  }
}
