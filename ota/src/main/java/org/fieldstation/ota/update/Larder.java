package org.fieldstation.ota.update;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Manifest.Packing;
import org.fieldstation.ota.trust.TrustException;
import org.fieldstation.ota.trust.TrustException.Code;

/** What was downloaded, whole or in part, by hash. A part is gone on with after any cut. */
final class Larder {
  private static final int BLOCK = 16 << 10;

  private final Disk disk;
  private final Path folder;

  Larder(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
    disk.keepDirectory(folder);
  }

  Path file(String sha256) {
    return folder.resolve(sha256);
  }

  void keep(String sha256, byte[] bytes) {
    disk.replace(file(sha256), bytes);
  }

  Optional<byte[]> find(String sha256) {
    return isWhole(sha256) ? Optional.of(disk.read(file(sha256))) : Optional.empty();
  }

  boolean has(Packing packing) {
    return disk.exists(file(packing.sha256()));
  }

  /** Read back from disk, not remembered. */
  boolean isWhole(String sha256) {
    return disk.exists(file(sha256)) && hash(file(sha256)).equals(sha256);
  }

  private String hash(Path file) {
    try (var in = disk.open(file)) {
      return Sha256.of(in);
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }

  void drop(String sha256) {
    disk.delete(file(sha256));
  }

  void clear() {
    disk.list(folder).forEach(name -> disk.delete(folder.resolve(name)));
  }

  void clearBut(String sha256) {
    disk.list(folder).stream()
        .filter(name -> !name.equals(sha256))
        .forEach(name -> disk.delete(folder.resolve(name)));
  }

  long bytes() {
    return disk.list(folder).stream().mapToLong(name -> disk.size(folder.resolve(name))).sum();
  }

  /**
   * Brings a packing, from where it was left. A bad end after an old beginning is tried anew once.
   */
  void bring(Repository repository, Packing packing) throws IOException {
    var whole = file(packing.sha256());
    if (disk.exists(whole)) {
      return;
    }
    var part = folder.resolve(packing.sha256() + ".part");
    var had = disk.exists(part) ? disk.size(part) : 0;
    fetch(repository, packing, part, had);
    if (!hash(part).equals(packing.sha256())) {
      disk.delete(part);
      if (had == 0) {
        throw new TrustException(Code.WRONG_HASH, packing.sha256() + " has another hash");
      }
      bring(repository, packing); // what a power cut left may not be what was written
      return;
    }
    disk.rename(part, whole);
    disk.sync(folder);
  }

  private void fetch(Repository repository, Packing packing, Path part, long had)
      throws IOException {
    var have = had;
    if (have >= packing.length()) {
      return;
    }
    var file = repository.open("objects/" + packing.sha256(), have);
    if (file.isEmpty()) {
      throw new TrustException(Code.MISSING, packing.sha256() + " is not in the repository");
    }
    try (var in = file.get()) {
      while (have < packing.length()) { // and not a byte more, however many are sent
        var block = in.readNBytes((int) Math.min(BLOCK, packing.length() - have));
        if (block.length == 0) {
          throw new IOException(
              "the link was lost %d bytes early".formatted(packing.length() - have));
        }
        disk.append(part, block, block.length);
        disk.sync(part);
        have += block.length;
      }
    }
    disk.sync(folder);
  }
}
