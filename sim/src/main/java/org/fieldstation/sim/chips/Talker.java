package org.fieldstation.sim.chips;

/** A device on a serial line that speaks by itself once a second. */
@FunctionalInterface
public interface Talker {

  /** What it says now. */
  byte[] says();
}
