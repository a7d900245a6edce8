package org.fieldstation.station.provision;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.provision.ProvisionException.Code;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsFile;

/**
 * Writes what a label says into a station's configuration. First the key, then the configuration,
 * each replaced whole: a cut between leaves a key that nobody asks for.
 */
public final class Provisioning {
  private final SettingsFile configuration;

  public Provisioning(SettingsFile configuration) {
    this.configuration = configuration;
  }

  /**
   * Follows a label; the same label twice changes nothing.
   *
   * @return whether the configuration has a new server, which a running station learns of by a
   *     restart
   */
  public boolean follow(Label label) {
    var station = configuration.settings().station().name();
    if (!station.equals(label.station())) {
      throw new ProvisionException(
          Code.ANOTHER_STATION,
          "the label is made out for %s, and this is %s".formatted(label.station(), station));
    }
    var known =
        configuration.settings().centrals().stream()
            .filter(server -> server.name().equals(label.server()))
            .findFirst();
    if (known.isPresent() && !same(known.get(), label)) {
      throw new ProvisionException(
          Code.TAKEN,
          "%s: has another server %s; take its [[central]] out first, or have a label made with"
                  .formatted(configuration.file(), label.server())
              + " another name");
    }
    var key = known.flatMap(CentralSettings::keyFile).orElse(Path.of(label.server() + ".key"));
    var text = known.isPresent() ? Optional.<String>empty() : Optional.of(extended(label, key));
    new KeptFile(configuration.resolve(key))
        .write(HexFormat.of().formatHex(label.key().bytes()) + "\n");
    text.ifPresent(it -> new KeptFile(configuration.file().toAbsolutePath()).write(it));
    return known.isEmpty();
  }

  private static boolean same(CentralSettings known, Label label) {
    return known.uri().equals(label.uri().toString())
        && known.identity().equals(Optional.of(label.identity()))
        && known.bootstrap().orElse(false) == label.bootstrap();
  }

  /** The configuration with one server more, read once as a whole before it counts. */
  private String extended(Label label, Path key) {
    var file = configuration.file().toAbsolutePath();
    var now = new KeptFile(file).text().orElseThrow();
    var text = now + (now.isEmpty() || now.endsWith("\n") ? "" : "\n") + table(label, key);
    var proposed = new KeptFile(file.resolveSibling(file.getFileName() + ".proposed"));
    proposed.write(text);
    try {
      SettingsFile.read(proposed.path());
      return text;
    } finally {
      proposed.remove();
    }
  }

  private static String table(Label label, Path key) {
    return """

    [[central]]
    name = %s
    uri = %s
    identity = %s
    key-file = %s
    %s\
    """
        .formatted(
            quoted(label.server()),
            quoted(label.uri().toString()),
            quoted(label.identity()),
            quoted(key.toString()),
            label.bootstrap() ? "bootstrap = true\n" : "");
  }

  /** A basic string of TOML; a label's words may hold anything. */
  private static String quoted(String word) {
    var quoted = new StringBuilder("\"");
    word.chars()
        .forEach(letter -> {
          if (letter < ' ' || letter == '"' || letter == '\\' || letter == 0x7f) {
            quoted.append("\\u%04x".formatted(letter));
          } else {
            quoted.append((char) letter);
          }
        });
    return quoted.append('"').toString();
  }
}
