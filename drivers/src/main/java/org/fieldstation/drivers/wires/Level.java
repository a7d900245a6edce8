package org.fieldstation.drivers.wires;

/** A pin's voltage: near the supply, or near ground. */
public enum Level {
  HIGH,
  LOW
}
