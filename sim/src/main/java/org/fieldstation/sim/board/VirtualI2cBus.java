package org.fieldstation.sim.board;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.chips.Nack;
import org.fieldstation.sim.chips.Slave;

/** An I2C bus, its chips, and what is wrong with it. */
public final class VirtualI2cBus {
  private final Map<Integer, Slave> chips = new TreeMap<>();
  private final Map<Integer, Interference> interferences = new TreeMap<>();
  private boolean hanging;
  private long transfers;

  /** Puts a chip at that address, in place of what was there. */
  public synchronized void plug(int address, Slave chip) {
    chip.powerUp();
    chips.put(address, chip);
    interferences.remove(address);
  }

  /** Puts a second chip at an address where there is one already. */
  public synchronized void plugBeside(int address, Slave second) {
    var first = chips.get(address);
    plug(address, first == null ? second : new Both(first, second));
  }

  public synchronized void unplug(int address) {
    chips.remove(address);
  }

  /** From now on this happens to all transfers with that address. */
  public synchronized void disturb(int address, Interference interference) {
    interferences.put(address, interference);
  }

  /** A chip holds the bus, so that no address can be reached; or lets it go. */
  public synchronized void hang(boolean now) {
    hanging = now;
  }

  /** Where there are chips. */
  public synchronized Set<Integer> addresses() {
    return Set.copyOf(chips.keySet());
  }

  /** How many transfers there have been. */
  public synchronized long transfers() {
    return transfers;
  }

  /** One transaction: a write, a read, or a write and a read after a repeated start. */
  public synchronized byte[] transfer(int address, byte[] out, int length) throws KernelException {
    transfers++;
    var chip = chips.get(address);
    if (hanging) {
      return Interference.HANGING.transfer(new Nobody(), out, length);
    }
    if (chip == null) {
      throw Nack.nobody();
    }
    return interferences.getOrDefault(address, Interference.NONE).transfer(chip, out, length);
  }

  private record Nobody() implements Slave {
    @Override
    public void write(byte... bytes) throws KernelException {
      throw Nack.nobody();
    }

    @Override
    public byte[] read(int length) throws KernelException {
      throw Nack.nobody();
    }

    @Override
    public void powerUp() {}
  }
}
