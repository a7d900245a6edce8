package org.fieldstation.drivers.wires;

/** What the board's own weak resistor does to an input that nothing drives. */
public enum Pull {
  UP,
  DOWN,
  NONE
}
