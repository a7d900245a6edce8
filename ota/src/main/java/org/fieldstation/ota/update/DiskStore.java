package org.fieldstation.ota.update;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.trust.MetadataStore;

/** Believed metadata in a folder of the station's disk. */
public record DiskStore(Disk disk, Path folder) implements MetadataStore {

  public DiskStore {
    disk.keepDirectory(folder);
  }

  @Override
  public Optional<byte[]> load(String name) {
    var file = folder.resolve(name);
    return disk.exists(file) ? Optional.of(disk.read(file)) : Optional.empty();
  }

  @Override
  public void save(String name, byte[] bytes) {
    disk.replace(folder.resolve(name), bytes);
  }
}
