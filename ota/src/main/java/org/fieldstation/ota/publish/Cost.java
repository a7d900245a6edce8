package org.fieldstation.ota.publish;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.Manifest.Packing;

/** What a release costs over the air, beside its manifest. */
public record Cost(Manifest manifest) {

  /** For a station that has nothing yet, or one that runs an older release. */
  long from(Optional<Manifest> older) {
    var held =
        older.stream()
            .flatMap(release -> release.files().stream())
            .map(Entry::sha256)
            .collect(Collectors.toUnmodifiableSet());
    return manifest.files().stream()
        .filter(file -> !held.contains(file.sha256()))
        .mapToLong(file -> least(file, held))
        .sum();
  }

  private static long least(Entry file, Set<String> held) {
    return file.packings().stream()
        .filter(packing -> packing.from().map(held::contains).orElse(true))
        .mapToLong(Packing::length)
        .min()
        .orElse(0);
  }

  /** One line for people. */
  public String said(Optional<Manifest> older) {
    return "%s: %d files, %d bytes; over the air %d, manifest %d"
        .formatted(
            manifest.version(),
            manifest.files().size(),
            manifest.length(),
            from(older),
            manifest.bytes().length);
  }
}
