package org.fieldstation.ota.update;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.TrustClient;

/**
 * Brings signed bundles of files that are no release of the station: model packs, configurations.
 * Trust, patches, resuming and syncing are those of releases; only nothing is restarted for them.
 */
public final class Bundles {
  private static final long HEADROOM = 64L << 20;

  private final Disk disk;
  private final Path root;
  private final TrustClient trust;
  private final Repository repository;
  private final Slots slots;
  private final Larder larder;

  /**
   * @param root a folder of its own for each thing that bundles replace each other of
   */
  public Bundles(Disk disk, Path root, TrustClient trust, Repository repository) {
    disk.keepDirectory(root);
    this.disk = disk;
    this.root = root;
    this.trust = trust;
    this.repository = repository;
    this.slots = new Slots(disk, root);
    this.larder = new Larder(disk, root.resolve("dl"));
  }

  /**
   * Follows the signatures to the bundle of that name.
   *
   * @param kind what its signers must call it
   * @param station whom it must be for, if they name one
   */
  public Manifest find(String name, String kind, String station) throws IOException {
    var target = trust.refresh(repository).get(name);
    if (!said(target, "kind").equals(Optional.of(kind))
        || !said(target, "station").orElse(station).equals(station)) {
      throw new BundleException(BundleException.Code.WRONG_KIND, name + " is not for this");
    }
    var bytes = trust.fetch(repository, target);
    var manifest = Manifest.read(bytes);
    if (disk.free(root) < manifest.length() * 2 + HEADROOM) {
      throw new BundleException(BundleException.Code.NO_ROOM, name + " does not fit");
    }
    larder.keep(target.sha256(), bytes);
    return manifest;
  }

  private static Optional<String> said(Target target, String field) {
    return target.custom().find(field).map(word -> word.as(Text.class, field).value());
  }

  /** Brings what is missing; false when it has to wait. What has come stays. */
  public boolean bring(Manifest manifest, BooleanSupplier may) throws IOException {
    for (var packing : assembly().missing(manifest.files())) {
      if (!may.getAsBoolean()) {
        return false;
      }
      larder.bring(repository, packing);
    }
    return true;
  }

  /** Puts it together, reads it back and says where it is: all that was signed, and no more. */
  public Path stage(Manifest manifest) {
    try {
      slots.stage(manifest, assembly());
    } catch (IOException e) {
      throw new SlotException(
          SlotException.Code.CANNOT_UNPACK, "a packing that cannot be unpacked: " + e.getMessage());
    }
    return slots.folder(manifest.slot());
  }

  /** This one is in place: the next is patched from it, and all that came for it is forgotten. */
  public void settle(Path folder) {
    slots.switchTo(String.valueOf(folder.getFileName()));
    forget();
  }

  /** Forgets what was brought and never taken. */
  public void forget() {
    larder.clear();
    slots.clean();
  }

  /** How much has come. */
  public long bytes() {
    return larder.bytes();
  }

  private Assembly assembly() {
    return Assembly.over(slots, disk, larder);
  }

  /** A bundle that cannot be used here. */
  public static final class BundleException extends RuntimeException {

    /** Why not; stable. */
    public enum Code {
      WRONG_KIND,
      NO_ROOM
    }

    private final Code code;

    BundleException(Code code, String message) {
      super(message);
      this.code = code;
    }

    public Code code() {
      return code;
    }
  }
}
