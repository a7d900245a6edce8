package org.fieldstation.sim.chips;

import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;

/** How a chip does not acknowledge, in the words of a Raspberry Pi's kernel. */
public final class Nack {
  private Nack() {}

  public static KernelException nobody() {
    return new KernelException("i2c", Errno.EREMOTEIO);
  }
}
