package org.fieldstation.ota.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.slots.Slots;

/** The slot a station begins with: laid by whoever installs it, from a release's folder. */
public final class FirstSlot {
  private FirstSlot() {}

  /** Makes the slot of a release and lets the station run it; the name of the slot. */
  public static String lay(Disk disk, Path root, String version, Path release) throws IOException {
    var files = new ReleaseFolder(release).files();
    var entries =
        files.entrySet().stream()
            .map(file ->
                new Entry(
                    file.getKey(),
                    file.getValue().bytes().length,
                    Sha256.of(file.getValue().bytes()),
                    file.getValue().executable(),
                    List.of()))
            .toList();
    var manifest = new Manifest(version, entries);
    var slots = new Slots(disk, root);
    slots.stage(
        manifest,
        entry -> {
          var file = files.get(entry.path());
          if (file == null) {
            throw new SlotException(entry.path() + " went while the slot was made");
          }
          return new ByteArrayInputStream(file.bytes());
        });
    slots.switchTo(manifest.slot());
    return manifest.slot();
  }
}
