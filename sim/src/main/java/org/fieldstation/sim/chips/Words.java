package org.fieldstation.sim.chips;

/** Registers of 16 bits behind a pointer that stays where it is. */
abstract class Words implements Slave {
  private final boolean lowFirst;
  private int pointer;

  Words(boolean lowFirst) {
    this.lowFirst = lowFirst;
  }

  @Override
  public void write(byte... bytes) {
    if (bytes.length == 0) {
      return;
    }
    pointer = Byte.toUnsignedInt(bytes[0]);
    if (bytes.length >= 3) {
      int a = Byte.toUnsignedInt(bytes[1]);
      int b = Byte.toUnsignedInt(bytes[2]);
      written(pointer, lowFirst ? a | b << 8 : a << 8 | b);
    }
  }

  @Override
  public byte[] read(int length) {
    int word = value(pointer);
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean low = (i & 1) == (lowFirst ? 0 : 1);
      bytes[i] = (byte) (low ? word : word >> 8);
    }
    return bytes;
  }

  /** A register was written. */
  abstract void written(int register, int word);

  /** What a register holds now. */
  abstract int value(int register);
}
