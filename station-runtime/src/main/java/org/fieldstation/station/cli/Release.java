package org.fieldstation.station.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which release this is. */
final class Release implements IVersionProvider {

  /**
   * The release's version: what the launcher of a packaged release says, else what the jar does;
   * {@code dev} when it runs from class files.
   */
  static String version() {
    return Optional.ofNullable(System.getProperty("fieldstation.release"))
        .or(() -> Optional.ofNullable(Release.class.getPackage().getImplementationVersion()))
        .orElse("dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"station " + version() + " on Java " + Runtime.version()};
  }
}
