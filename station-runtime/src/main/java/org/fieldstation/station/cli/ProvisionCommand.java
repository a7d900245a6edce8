package org.fieldstation.station.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fieldstation.station.provision.Label;
import org.fieldstation.station.provision.Provisioning;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.text.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a station its account at a server. */
@Command(
    name = "provision",
    description =
        "Writes the account on a station's label into its configuration. The label's text comes"
            + " from a file or, with -, from the keyboard or a scanner: not from the command line,"
            + " which everybody can see.",
    mixinStandardHelpOptions = true)
final class ProvisionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE", description = "a file with the label's text, or -")
  private String file = "-";

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Override
  public Integer call() {
    var label = Label.of(text());
    boolean added = new Provisioning(config.read()).follow(label);
    spec.commandLine()
        .getOut()
        .println(
            json
                ? new JsonLine().put("server", label.server()).put("added", added)
                : label.server()
                    + (added
                        ? ": added; the station uses it after a restart"
                        : ": was there already; its key is the label's"));
    return 0;
  }

  private String text() {
    try {
      return file.equals("-")
          ? new String(System.in.readNBytes(4096), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
