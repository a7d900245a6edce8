package org.fieldstation.station.lamp;

import java.util.Set;
import org.fieldstation.drivers.time.TimeSource;

/**
 * What the lamp says: so many flashes, then a pause. The most serious is shown first; docs/field.md
 * has the table that is glued into the lid. A lamp that does not flash at all: the station is not
 * running.
 */
public enum Blink {
  /** Listening, writing, delivering. */
  WELL(1),
  /** No server takes what waits; it is kept. */
  NOT_DELIVERING(2),
  /** A sensor, a contact or the receiver does not answer. */
  SENSOR_FAILS(3),
  /** Nothing shows that the clock is right. */
  CLOCK_UNKNOWN(4),
  /** Nothing is heard. */
  MICROPHONE_FAILS(5),
  /** Nothing is written down. */
  JOURNAL_FAILS(6);

  private final int flashes;

  Blink(int flashes) {
    this.flashes = flashes;
  }

  /** Flashes between two pauses. */
  public int flashes() {
    return flashes;
  }

  /**
   * What is to be shown.
   *
   * @param failing names of the paths that do not get on
   */
  public static Blink of(Set<String> failing, TimeSource clock) {
    if (failing.contains("journal")) {
      return JOURNAL_FAILS;
    }
    if (failing.stream().anyMatch(it -> it.startsWith("sound"))) {
      return MICROPHONE_FAILS;
    }
    if (clock == TimeSource.NONE) {
      return CLOCK_UNKNOWN;
    }
    if (failing.stream().anyMatch(it -> !it.startsWith("delivery"))) {
      return SENSOR_FAILS;
    }
    return failing.isEmpty() ? WELL : NOT_DELIVERING;
  }
}
