package org.fieldstation.station;

import java.util.ArrayList;
import java.util.List;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.station.software.Conductor;
import org.fieldstation.station.software.ConfigurationInstaller;
import org.fieldstation.station.software.PackInstaller;
import org.fieldstation.station.software.SoftwarePackage;

/** What can be replaced of a station beside its own release: its configuration, and each model. */
final class Software {
  /** Instance of object 9. Models follow it, in the order of the configuration. */
  static final int CONFIGURATION = 0;

  private Software() {}

  static List<SoftwarePackage> of(Parts parts, Conductor conductor) {
    var found = new ArrayList<SoftwarePackage>();
    for (var updates : parts.updates().stream().toList()) {
      var disk = new PosixDisk();
      var root = updates.root().resolve("software");
      var kept = root.resolve("station.toml");
      var configuration = new ConfigurationInstaller(disk, kept, conductor);
      found.add(new SoftwarePackage(CONFIGURATION, configuration, disk, root));
      for (var model : models(parts)) {
        found.add(new SoftwarePackage(found.size(), model, disk, root));
      }
    }
    return found;
  }

  private static List<PackInstaller> models(Parts parts) {
    return parts.models().shelf().stream()
        .flatMap(shelf ->
            parts.settings().models().stream()
                .map(model -> new PackInstaller(shelf, model.nameOrDefault())))
        .toList();
  }
}
