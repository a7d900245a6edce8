package org.fieldstation.drivers.time;

/** The only clock anything in a station may read. */
public interface StationClock {

  /** The time now, with its source and uncertainty. */
  Moment now();

  /** Nanoseconds since some fixed instant of this process; never goes back, never steps. */
  long nanos();
}
