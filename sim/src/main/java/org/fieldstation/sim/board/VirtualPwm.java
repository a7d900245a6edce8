package org.fieldstation.sim.board;

/** A PWM channel: what it was set to. */
public final class VirtualPwm {
  private double duty;

  /** The part of the time it is on, 0 to 1. */
  public synchronized double duty() {
    return duty;
  }

  public synchronized void set(double part) {
    duty = part;
  }
}
