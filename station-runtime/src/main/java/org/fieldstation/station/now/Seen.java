package org.fieldstation.station.now;

import java.time.Instant;
import java.util.Optional;
import org.fieldstation.station.look.Named;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.look.Sighting;

/**
 * The last thing that was seen, without its pictures.
 *
 * @param at when it began
 * @param pictures how many were taken
 */
public record Seen(Instant at, Outcome outcome, Optional<Named> named, int count, int pictures) {

  /** What is to be remembered of a sighting. */
  public static Seen of(Sighting sighting) {
    var burst = sighting.burst();
    return new Seen(
        burst.start().utc(),
        sighting.outcome(),
        sighting.named(),
        sighting.count(),
        burst.looks().size());
  }
}
