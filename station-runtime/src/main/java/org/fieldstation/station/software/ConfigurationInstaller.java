package org.fieldstation.station.software;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fieldstation.ota.disk.Disk;
import org.jspecify.annotations.Nullable;

/**
 * Configurations: a bundle with the one file {@code station.toml}. Activated, it goes on trial, and
 * the old one returns unless the server that activated it is reached under the new one.
 */
public final class ConfigurationInstaller implements Installer {
  private static final String FILE = "station.toml";

  private final Disk disk;
  private final Path kept;
  private final Conductor conductor;

  /**
   * @param kept the file in which an installed configuration waits to be activated
   */
  public ConfigurationInstaller(Disk disk, Path kept, Conductor conductor) {
    this.disk = disk;
    this.kept = kept;
    this.conductor = conductor;
  }

  @Override
  public String title() {
    return "configuration";
  }

  @Override
  public String kind() {
    return "configuration";
  }

  @Override
  public String install(Path folder, String by) {
    try (var files = Files.list(folder)) {
      if (files.filter(file -> !file.endsWith("MANIFEST")).anyMatch(file -> !file.endsWith(FILE))) {
        throw new RefusedException("a configuration is the one file " + FILE);
      }
    } catch (IOException e) {
      throw new RefusedException(folder + ": cannot be read: " + e.getMessage());
    }
    var proposal = disk.read(folder.resolve(FILE));
    objection(conductor.examine(by, proposal));
    disk.replace(kept, proposal);
    return FILE;
  }

  @Override
  public void activate(String name, String by) {
    objection(conductor.configure(by, disk.read(kept)));
  }

  @Override
  public void deactivate(String name, String by) {
    objection(conductor.withdraw(by));
  }

  @Override
  public void uninstall(String name) {
    disk.delete(kept);
  }

  /** On trial, or kept. */
  @Override
  public boolean isActive(String name) {
    return disk.exists(kept) && Arrays.equals(disk.read(kept), conductor.current());
  }

  private static void objection(@Nullable String why) {
    if (why != null) {
      throw new RefusedException(why);
    }
  }
}
