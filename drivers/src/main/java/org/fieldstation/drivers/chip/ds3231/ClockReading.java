package org.fieldstation.drivers.chip.ds3231;

import java.time.Instant;

/** What the clock says about the time. */
public sealed interface ClockReading {

  /** It has run without a stop since it was set. */
  record Running(Instant utc) implements ClockReading {}

  /** It has stopped, was never set, or holds no date; its registers say nothing about the time. */
  record Invalid(String reason) implements ClockReading {}
}
