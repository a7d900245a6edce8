package org.fieldstation.drivers.gnss;

import java.time.Instant;

/** What a receiver says about the time, and whether a clock may be set by it. */
public sealed interface TimeOffer {

  /**
   * The time, at the moment when the sentence's end was read.
   *
   * @param nanos that moment on the station's clock that never steps
   */
  record Trusted(Instant utc, long nanos) implements TimeOffer {}

  /** A time that must not set a clock. */
  record Refused(Instant utc, String reason) implements TimeOffer {}
}
