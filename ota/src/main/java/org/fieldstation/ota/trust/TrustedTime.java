package org.fieldstation.ota.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fieldstation.ota.json.JsonException;

/**
 * The latest time it is known to be, at least. A station that wakes in 1970 goes on from the floor
 * it remembers, so setting its clock back does not make expired metadata fresh.
 */
public final class TrustedTime {
  private static final String NAME = "time-floor";

  private final InstantSource clock;
  private final MetadataStore store;
  private Instant floor;

  /** Nothing happens before this program was built. */
  public TrustedTime(InstantSource clock, MetadataStore store, Instant built) {
    this.clock = clock;
    this.store = store;
    this.floor = later(built, remembered().orElse(built));
  }

  /** Nothing where the disk lost it: then the floor is lower, and the versions still only rise. */
  private Optional<Instant> remembered() {
    try {
      return store.load(NAME).map(bytes -> Header.instant(new String(bytes, UTF_8)));
    } catch (JsonException _) {
      return Optional.empty();
    }
  }

  /** §5.1. */
  public Instant now() {
    return later(floor, clock.instant());
  }

  /**
   * A signature or a trusted clock proves that it is at least that late. The plain clock may not: a
   * battery-less one can wake in 2090, and a floor never goes down.
   */
  public void proven(Instant time) {
    if (time.isAfter(floor)) {
      floor = time.truncatedTo(ChronoUnit.SECONDS);
      store.save(NAME, floor.toString().getBytes(UTF_8));
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
