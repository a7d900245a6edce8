package org.fieldstation.sim.chips;

import org.fieldstation.drivers.wires.I2cWires;

/** A BH1750 as the bus sees it (ROHM BH1750FVI): one count for each 1/1.2 lx, high byte first. */
public final class VirtualBh1750 implements I2cWires {
  private static final double COUNTS_PER_LUX = 1.2;

  private final String name;
  private final Air air;

  public VirtualBh1750(String name, Air air) {
    this.name = name;
    this.air = air;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(byte... bytes) {
    assert bytes.length == 1; // every command is one byte
  }

  @Override
  public byte[] read(int length) {
    int counts = Math.clamp(Math.round(air.illuminance() * COUNTS_PER_LUX), 0, 0xFFFF);
    return new byte[] {(byte) (counts >> 8), (byte) counts};
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    write(bytes);
    return read(length);
  }
}
