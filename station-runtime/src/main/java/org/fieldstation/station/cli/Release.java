package org.fieldstation.station.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which release this is. */
final class Release implements IVersionProvider {

  /** The release's version, from the jar; {@code dev} when it runs from class files. */
  static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"station " + version() + " on Java " + Runtime.version()};
  }
}
