package org.fieldstation.sim.board;

import java.util.function.UnaryOperator;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.sim.chips.VirtualDs18b20;

/** A chip on a 1-wire bus. */
public final class VirtualWire implements OneWire {
  private final String name;
  private final VirtualDs18b20 chip;
  private UnaryOperator<byte[]> interference = UnaryOperator.identity();
  private boolean gone;

  VirtualWire(String name, VirtualDs18b20 chip) {
    this.name = name;
    this.chip = chip;
  }

  /** The chip itself. */
  public VirtualDs18b20 chip() {
    return chip;
  }

  public synchronized void disturb(UnaryOperator<byte[]> change) {
    interference = change;
  }

  /** The chip is pulled out, or put in. */
  public synchronized void plugged(boolean in) {
    gone = !in;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized byte[] convertAndRead() {
    if (gone) {
      throw new DeviceException(
          DeviceException.Code.LOST, name + " does not answer on the 1-wire bus");
    }
    return interference.apply(chip.scratchpad());
  }
}
