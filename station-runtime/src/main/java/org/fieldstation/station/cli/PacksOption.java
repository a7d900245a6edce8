package org.fieldstation.station.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where installed packs are, and how to tell about them. */
final class PacksOption {
  private static final Path USUAL = Path.of("/etc/fieldstation/station.toml");

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "where packs are installed (else the configuration's data folder, packs)")
  private @Nullable Path directory;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "the station's configuration (default: /etc/fieldstation/station.toml)")
  private @Nullable Path config;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  boolean json() {
    return json;
  }

  /** The configuration, if one is named or lies where it usually does. */
  Optional<SettingsFile> settings() {
    return config != null || Files.isReadable(USUAL)
        ? Optional.of(SettingsFile.read(config == null ? USUAL : config))
        : Optional.empty();
  }

  Path directory() {
    return Optional.ofNullable(directory)
        .or(() -> settings().map(StationParts::packs))
        .orElseGet(PacksOption::own);
  }

  Shelf shelf(Packs packs) {
    return new Shelf(packs, directory());
  }

  private static Path own() {
    var own = System.getenv("XDG_DATA_HOME");
    var home = Path.of(System.getProperty("user.home"), ".local", "share");
    return (own == null ? home : Path.of(own)).resolve("fieldstation").resolve("packs");
  }
}
