package org.fieldstation.station.journal;

/**
 * A queue to the central servers with its own numbering. An earlier lane overtakes a later one,
 * always.
 */
public enum Lane {
  /** Alerts, tamper, faults and health: minutes matter. */
  URGENT(0),
  /** Detections, readings and effort. */
  DATA(1),
  /** Clips and pictures. */
  MEDIA(2);

  private final int code;

  Lane(int code) {
    this.code = code;
  }

  /** What is stored and sent, and the instance of the Outbox object; never reused. */
  public int code() {
    return code;
  }

  /** The lane with that code. */
  public static Lane of(int code) {
    for (var lane : values()) {
      if (lane.code == code) {
        return lane;
      }
    }
    throw new IllegalArgumentException("no lane has code " + code);
  }
}
