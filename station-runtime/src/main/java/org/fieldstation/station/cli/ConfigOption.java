package org.fieldstation.station.cli;

import java.nio.file.Path;
import org.fieldstation.station.settings.SettingsFile;
import picocli.CommandLine.Option;

/** Which station's configuration a command is about. */
final class ConfigOption {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "/etc/fieldstation/station.toml",
      description = "the station's configuration (default: ${DEFAULT-VALUE})")
  private Path file = Path.of("/etc/fieldstation/station.toml");

  Path file() {
    return file;
  }

  SettingsFile read() {
    return SettingsFile.read(file);
  }

  /** The folder the station writes to. */
  Path data() {
    var settings = read();
    return settings.resolve(settings.settings().station().data());
  }
}
