package org.fieldstation.station.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.Evidence;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.pack.Check;
import org.fieldstation.station.settings.SettingsFile;

/**
 * The station that is looked at.
 *
 * @param root the file system it lives in
 * @param model checks of the configured model, each with what came of it
 * @param clock what there is to show for the time
 * @param names resolves a server's name
 */
public record Patient(
    SettingsFile configuration,
    Path root,
    List<Hardware> hardware,
    Supplier<List<Check>> model,
    TimeKeeper time,
    Evidence.Search clock,
    Resolver names) {

  /** Whatever knows the addresses behind names. */
  @FunctionalInterface
  public interface Resolver {
    String resolve(String name) throws java.net.UnknownHostException;
  }

  Path data() {
    return configuration.resolve(configuration.settings().station().data());
  }
}
