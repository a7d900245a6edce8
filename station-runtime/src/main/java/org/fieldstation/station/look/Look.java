package org.fieldstation.station.look;

import org.fieldstation.drivers.Frame;

/**
 * A frame that was looked at.
 *
 * @param gate why it could not be judged; empty when it was
 */
public record Look(Frame frame, Movement movement, String gate) {

  /** Nothing can be seen in it. */
  static final String DARK = "dark";

  /** It is no whole picture. */
  static final String DAMAGED = "damaged";
}
