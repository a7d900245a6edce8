package org.fieldstation.drivers.time;

/** Where the station's idea of UTC comes from, worst first. */
public enum TimeSource {
  /** Nothing has ever set the clock; only differences mean anything. */
  NONE,
  /** A battery-backed clock chip whose oscillator has not stopped. */
  RTC,
  /** A network time server. */
  NTP,
  /** A satellite receiver with a fix. */
  GNSS
}
