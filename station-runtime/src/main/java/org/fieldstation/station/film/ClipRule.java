package org.fieldstation.station.film;

import java.time.Duration;

/**
 * What a clip is to hold.
 *
 * @param before the event
 * @param after the event began
 * @param late how long after its beginning an event may still ask for its clip
 * @param mostBytes of frames in memory
 */
public record ClipRule(Duration before, Duration after, Duration late, long mostBytes) {

  /** A tenth of the memory a station is given. */
  public static final long USUAL_BYTES = 24_000_000;

  public ClipRule {
    if (before.isNegative() || !after.isPositive() || late.isNegative() || mostBytes < 1) {
      throw new IllegalArgumentException("a clip ends after its event, and is held in memory");
    }
  }

  /** How long a frame may still be wanted. */
  Duration held() {
    return before.plus(late);
  }
}
