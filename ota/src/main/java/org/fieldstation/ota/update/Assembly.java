package org.fieldstation.ota.update;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Contents;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.Manifest.Packing;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.trust.TrustException;

/**
 * A release put together: from files the running slot has already, patches against those, and whole
 * files for the rest.
 */
final class Assembly implements Contents {
  private final Disk disk;
  private final Larder larder;
  private final Map<String, Path> held;

  private Assembly(Disk disk, Larder larder, Map<String, Path> held) {
    this.disk = disk;
    this.larder = larder;
    this.held = Map.copyOf(held);
  }

  /** Hashes what the running slot holds: a rotten old file is no base for a new one. */
  static Assembly over(Slots slots, Disk disk, Larder larder) {
    var held = new HashMap<String, Path>();
    var current = slots.current();
    current
        .flatMap(slots::manifest)
        .ifPresent(manifest -> {
          var slot = slots.folder(current.orElseThrow());
          for (var entry : manifest.files()) {
            if (slots.holds(slot, entry)) {
              held.put(entry.sha256(), slot.resolve(entry.path()));
            }
          }
        });
    return new Assembly(disk, larder, held);
  }

  /** What has to come for these files. */
  List<Packing> missing(List<Entry> files) {
    return files.stream()
        .filter(file -> !held.containsKey(file.sha256()))
        .map(this::best)
        .distinct()
        .toList();
  }

  /** The smallest way this station can use. */
  private Packing best(Entry file) {
    return file.packings().stream()
        .filter(packing -> packing.from().map(this::isBase).orElse(true))
        .min(Comparator.comparingLong(Packing::length))
        .orElseThrow(() ->
            new TrustException(
                TrustException.Code.MISSING, "no way to get " + file.path() + " here"));
  }

  private boolean isBase(String sha256) {
    var file = held.get(sha256);
    return file != null && disk.size(file) <= Zstd.LARGEST_BASE;
  }

  @Override
  public InputStream open(Entry file) throws IOException {
    var own = held.get(file.sha256());
    if (own != null) {
      return disk.open(own);
    }
    var packing = best(file);
    var older = packing.from().map(held::get).map(disk::read);
    return Zstd.unpack(disk.open(larder.file(packing.sha256())), older);
  }
}
