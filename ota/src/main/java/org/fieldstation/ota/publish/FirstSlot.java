package org.fieldstation.ota.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.slots.Slots;

/**
 * The slot a station begins with, made where a release is: no update brought it, so no file of it
 * has a packing to come in.
 */
public final class FirstSlot {
  private FirstSlot() {}

  /** Makes the slot of a release's folder and lets the station run it; the name of the slot. */
  public static String lay(Disk disk, Path root, String version, Path release) throws IOException {
    var slots = new Slots(disk, root);
    var slot = stage(slots, version, new ReleaseFolder(release).files());
    slots.switchTo(slot);
    return slot;
  }

  /** Makes the slot of these files; its name. */
  static String stage(Slots slots, String version, Map<String, Bundler.File> files)
      throws IOException {
    var entries = files.entrySet().stream().map(file -> entry(file.getKey(), file.getValue()));
    var manifest = new Manifest(version, entries.toList());
    slots.stage(
        manifest,
        entry -> {
          var file = files.get(entry.path());
          if (file == null) {
            throw new SlotException(
                SlotException.Code.WRONG_CONTENT, entry.path() + " went while the slot was made");
          }
          return new ByteArrayInputStream(file.bytes());
        });
    return manifest.slot();
  }

  private static Entry entry(String path, Bundler.File file) {
    return new Entry(
        path, file.bytes().length, Sha256.of(file.bytes()), file.executable(), List.of());
  }
}
