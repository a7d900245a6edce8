package org.fieldstation.station.deliver;

import org.fieldstation.station.journal.Lane;

/**
 * What the journal has ever written, which bounds what a server can truthfully acknowledge. It is
 * asked by threads that must not wait: answer from memory.
 */
public interface Written {

  /** The journal's own name. */
  String epoch();

  /** The highest seq written to the lane, 0 before the first. */
  long last(Lane lane);
}
