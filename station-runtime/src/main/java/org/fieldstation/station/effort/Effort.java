package org.fieldstation.station.effort;

/**
 * What a sensor did for a stretch of time. "Heard nothing" and "was not listening" are different
 * data.
 */
public enum Effort {
  /** Took in and named, or found nothing to name. */
  CLASSIFIED(1),
  /** Took in; nothing could name it, for instance because there is no model. */
  LISTENED(2),
  /** Took in; not fit to be named: silent, clipped, rain, wind. */
  GATED(3),
  /** Off, as the schedule wants. */
  OFF_SCHEDULE(4),
  /** Off, to save power. */
  OFF_POWER(5),
  /** Should have worked and did not. */
  FAULT(6),
  /** The whole station was not running. */
  DOWN(7);

  private final int code;

  Effort(int code) {
    this.code = code;
  }

  /** What is stored and sent; never reused. */
  public int code() {
    return code;
  }

  /** The effort with that code. */
  public static Effort of(int code) {
    for (var effort : values()) {
      if (effort.code == code) {
        return effort;
      }
    }
    throw new IllegalArgumentException("no effort has code " + code);
  }
}
