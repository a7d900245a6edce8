package org.fieldstation.station.look;

import org.fieldstation.drivers.Frame;

/**
 * A frame that was looked at.
 *
 * @param gate why it could not be judged; empty when it was
 * @param luma its mean brightness, 0 to 255; 0 when it is damaged
 */
public record Look(Frame frame, Movement movement, String gate, double luma) {

  /** Nothing can be seen in it. */
  public static final String DARK = "dark";

  /** It is no whole picture. */
  public static final String DAMAGED = "damaged";
}
