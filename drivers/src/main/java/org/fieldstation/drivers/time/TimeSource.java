package org.fieldstation.drivers.time;

/** Where the station's idea of UTC comes from, worst first. */
public enum TimeSource {
  /** Nothing has ever set the clock; only differences mean anything. */
  NONE(0),
  /** A battery-backed clock chip whose oscillator has not stopped. */
  RTC(1),
  /** A network time server. */
  NTP(2),
  /** A satellite receiver with a fix. */
  GNSS(3);

  private final int code;

  TimeSource(int code) {
    this.code = code;
  }

  /** What is stored and sent; never reused. */
  public int code() {
    return code;
  }

  /** The source with that code. */
  public static TimeSource of(int code) {
    for (var source : values()) {
      if (source.code == code) {
        return source;
      }
    }
    throw new IllegalArgumentException("no source of time has code " + code);
  }
}
