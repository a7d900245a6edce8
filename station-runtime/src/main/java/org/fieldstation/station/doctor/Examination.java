package org.fieldstation.station.doctor;

import java.time.Duration;

/** A look at one part of the station. It may take a while, and belongs to one line of work. */
interface Examination {

  /** What the configuration calls the part. */
  String part();

  Finding look() throws InterruptedException;

  /** A part that has not answered by then does not. */
  default Duration patience() {
    return Duration.ofSeconds(20);
  }
}
