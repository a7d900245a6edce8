package org.fieldstation.station.update;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.trust.TrustedTime;
import org.fieldstation.ota.update.DiskStore;

/** Whom this station believes: the root of trust it came with, and all it has learned since. */
public final class Trust {
  /** No release of this program is older, so it is never earlier than that. */
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  private Trust() {}

  /** Believes {@code root.json} beside the slots, which whoever installed the station put there. */
  public static TrustClient client(Disk disk, Path root, InstantSource clock) {
    var store = new DiskStore(disk, root.resolve("trust"));
    var client = new TrustClient(store, new TrustedTime(clock, store, BUILT));
    var first = root.resolve("root.json");
    if (disk.exists(first)) {
      client.install(disk.read(first));
    }
    return client;
  }
}
