package org.fieldstation.station.doctor;

/** How a part of the station is. */
public enum Grade {
  OK("✓"),
  /** It works, and somebody should look at it before it does not. */
  WARNING("!"),
  FAILED("✗"),
  /** It could not be looked at now, which is nobody's fault. */
  SKIPPED("·");

  private final String mark;

  Grade(String mark) {
    this.mark = mark;
  }

  /** One character for the beginning of a line. */
  public String mark() {
    return mark;
  }
}
