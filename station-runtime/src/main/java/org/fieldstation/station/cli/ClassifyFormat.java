package org.fieldstation.station.cli;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.fieldstation.station.classify.Audacity;
import org.fieldstation.station.classify.BirdNetCsv;
import org.fieldstation.station.classify.Camtrap;
import org.fieldstation.station.classify.Export;
import org.fieldstation.station.classify.JsonLines;
import org.fieldstation.station.classify.Raven;
import org.fieldstation.station.classify.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The formats of {@code station classify}, of which one can be chosen. */
final class ClassifyFormat {
  @Option(names = "--json", description = "One JSON object a line for each detection.")
  private boolean json;

  @Option(names = "--csv", description = "The columns of BirdNET-Analyzer.")
  private boolean csv;

  @Option(names = "--raven", description = "A Raven selection table; times run on over files.")
  private boolean raven;

  @Option(names = "--audacity", description = "An Audacity label track; times run on too.")
  private boolean audacity;

  @Option(
      names = "--camtrap",
      description = "Pictures as observations of Camtrap DP; needs --zone.")
  private boolean camtrap;

  Export export(@Nullable String zone, String deployment) {
    if (camtrap != (zone != null)) {
      throw new IllegalArgumentException(
          "--camtrap and --zone belong together: pictures do not say their time zone");
    }
    if (camtrap) {
      return new Camtrap(deployment, offset(String.valueOf(zone)));
    }
    if (json) {
      return new JsonLines();
    }
    if (csv) {
      return new BirdNetCsv();
    }
    if (raven) {
      return new Raven();
    }
    return audacity ? new Audacity() : new Table();
  }

  private static ZoneOffset offset(String zone) {
    try {
      return ZoneOffset.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("--zone must be Z or like +08:00, not " + zone, e);
    }
  }
}
