package org.fieldstation.sim.board;

import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.chips.Slave;

/**
 * Two chips at one address. Both hear what is written; read, each pulls the line down for its
 * zeros, so that what comes is the and of both. One acknowledgement is enough.
 */
record Both(Slave first, Slave second) implements Slave {

  @Override
  public void write(byte... bytes) throws KernelException {
    try {
      first.write(bytes);
    } catch (KernelException silent) {
      second.write(bytes);
      return;
    }
    try {
      second.write(bytes);
    } catch (KernelException silent) {
      // the first has acknowledged
    }
  }

  @Override
  public byte[] read(int length) throws KernelException {
    byte[] bytes;
    try {
      bytes = first.read(length);
    } catch (KernelException silent) {
      return second.read(length);
    }
    try {
      var others = second.read(length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= others[i];
      }
      return bytes;
    } catch (KernelException silent) {
      return bytes;
    }
  }

  @Override
  public void powerUp() {
    first.powerUp();
    second.powerUp();
  }
}
