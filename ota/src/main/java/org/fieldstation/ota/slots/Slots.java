package org.fieldstation.ota.slots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.SlotException.Code;

/**
 * The releases on this station.
 *
 * <pre>
 * slots/1.4.0-0f3a…/   never changed once it has this name
 * current  -> slots/1.4.0-0f3a…
 * previous -> slots/1.3.2-77c1…
 * </pre>
 *
 * Whatever is cut, {@code current} names a whole release: a folder gets its name only when all in
 * it is synced and read back, and a link is only ever replaced by rename.
 */
public final class Slots {
  static final String MANIFEST = "MANIFEST";
  private static final String FOLDER = "slots";
  private static final int BLOCK = 1 << 16;

  private final Disk disk;
  private final Path root;
  private final Path slots;

  public Slots(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
    this.slots = root.resolve(FOLDER);
    disk.keepDirectory(slots);
  }

  public Optional<String> current() {
    return linked("current");
  }

  public Optional<String> previous() {
    return linked("previous");
  }

  private Optional<String> linked(String link) {
    return disk.target(root.resolve(link)).map(target -> target.substring(FOLDER.length() + 1));
  }

  public Path folder(String slot) {
    return slots.resolve(slot);
  }

  public Optional<Manifest> manifest(String slot) {
    try {
      var file = folder(slot).resolve(MANIFEST);
      return disk.exists(file) ? Optional.of(Manifest.read(disk.read(file))) : Optional.empty();
    } catch (JsonException _) {
      return Optional.empty();
    }
  }

  /** Makes a release's folder, or finds it made. May be cut anywhere and done again. */
  public void stage(Manifest manifest, Contents contents) throws IOException {
    var slot = folder(manifest.slot());
    if (isWhole(slot, manifest)) {
      return;
    }
    if (current().equals(Optional.of(manifest.slot()))) {
      throw new SlotException(
          Code.DAMAGED_SLOT, manifest.slot() + " is damaged, and runs: install another first");
    }
    var partial = folder(manifest.slot() + ".partial");
    disk.deleteTree(partial);
    disk.deleteTree(slot);
    fill(partial, manifest, contents);
    if (!isWhole(partial, manifest)) {
      throw new SlotException(
          Code.WRONG_CONTENT, "what was written to %s reads back otherwise".formatted(partial));
    }
    disk.rename(partial, slot);
    disk.sync(slots);
  }

  private void fill(Path partial, Manifest manifest, Contents contents) throws IOException {
    var folders = new TreeSet<Path>();
    disk.makeDirectory(partial);
    folders.add(partial);
    for (var entry : manifest.files()) {
      var file = partial.resolve(entry.path());
      makeFolders(partial, Disk.folder(file), folders);
      write(file, entry, contents);
    }
    var bytes = manifest.bytes();
    disk.append(partial.resolve(MANIFEST), bytes, bytes.length);
    disk.sync(partial.resolve(MANIFEST));
    folders.descendingSet().forEach(disk::sync); // a folder sorts before what is in it
  }

  private void makeFolders(Path top, Path folder, Set<Path> made) {
    if (!folder.equals(top) && made.add(folder)) {
      makeFolders(top, Disk.folder(folder), made);
      disk.makeDirectory(folder);
    }
  }

  private void write(Path file, Entry entry, Contents contents) throws IOException {
    var sum = new Sha256();
    var left = entry.length();
    disk.append(file, new byte[0], 0);
    try (var in = contents.open(entry)) {
      for (var block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
        left -= block.length;
        if (left < 0) {
          throw new SlotException(Code.TOO_LONG, entry.path() + " is longer than signed");
        }
        disk.append(file, block, block.length);
        sum.add(block, block.length);
      }
    }
    if (left != 0 || !sum.hex().equals(entry.sha256())) {
      throw new SlotException(Code.WRONG_CONTENT, entry.path() + " is not what was signed");
    }
    if (entry.executable()) {
      disk.makeExecutable(file);
    }
    disk.sync(file);
  }

  public boolean isWhole(Manifest manifest) {
    return isWhole(folder(manifest.slot()), manifest);
  }

  private boolean isWhole(Path slot, Manifest manifest) {
    return disk.exists(slot.resolve(MANIFEST))
        && java.util.Arrays.equals(disk.read(slot.resolve(MANIFEST)), manifest.bytes())
        && manifest.files().stream().allMatch(entry -> holds(slot, entry));
  }

  /** True if the file of that entry is there with that content. */
  public boolean holds(Path slot, Entry entry) {
    var file = slot.resolve(entry.path());
    if (!disk.exists(file)) {
      return false;
    }
    try (var in = disk.open(file)) {
      return Sha256.of(in).equals(entry.sha256());
    } catch (IOException _) {
      return false; // a block that cannot be read is not that content
    }
  }

  /** First remembers the way back, then goes. */
  public void switchTo(String slot) {
    var current = current();
    if (!current.equals(Optional.of(slot))) {
      current.ifPresent(old -> link("previous", old));
      link("current", slot);
    }
  }

  /** The way back; false where there is none. */
  public boolean goBack() {
    var previous = previous().filter(slot -> !current().equals(Optional.of(slot)));
    previous.ifPresent(slot -> link("current", slot));
    return previous.isPresent();
  }

  private void link(String name, String slot) {
    var beside = root.resolve(name + ".tmp");
    disk.delete(beside);
    disk.makeLink(beside, FOLDER + "/" + slot);
    disk.rename(beside, root.resolve(name));
    disk.sync(root);
  }

  /** Forgets every release but the one that runs and the one to go back to. */
  public void clean() {
    for (var slot : disk.list(slots)) {
      if (!Optional.of(slot).equals(current()) && !Optional.of(slot).equals(previous())) {
        disk.deleteTree(folder(slot));
      }
    }
  }
}
