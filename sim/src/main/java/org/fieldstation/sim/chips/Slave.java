package org.fieldstation.sim.chips;

import org.fieldstation.drivers.kernel.KernelException;

/** A chip as an I2C bus sees it: it is written to, it is read, and its supply may come and go. */
public interface Slave {

  /** Takes what was written. Throwing {@link Nack#nobody()} is not acknowledging. */
  void write(byte... bytes) throws KernelException;

  /** Gives what is read. Throwing {@link Nack#nobody()} is not acknowledging. */
  byte[] read(int length) throws KernelException;

  /** Its supply is back: all is as after a reset. */
  void powerUp();
}
