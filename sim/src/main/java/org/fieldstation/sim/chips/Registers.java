package org.fieldstation.sim.chips;

/** 256 registers of 8 bits behind a pointer that counts up, as most chips have them. */
abstract class Registers implements Slave {
  private final byte[] registers = new byte[256];
  private int pointer;

  @Override
  public void write(byte... bytes) {
    if (bytes.length == 0) {
      return;
    }
    pointer = pointer(bytes[0]);
    for (int i = 1; i < bytes.length; i++) {
      written(pointer++ & 0xFF, bytes[i]);
    }
  }

  @Override
  public byte[] read(int length) {
    refresh();
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = registers[pointer++ & 0xFF];
    }
    return bytes;
  }

  /** The register that a first byte names. */
  int pointer(byte first) {
    return Byte.toUnsignedInt(first);
  }

  /** A register was written. */
  void written(int register, byte value) {
    put(register, value);
  }

  /** Registers are about to be read: those that change with time are put right. */
  void refresh() {}

  final void put(int register, int value) {
    registers[register & 0xFF] = (byte) value;
  }

  final int get(int register) {
    return Byte.toUnsignedInt(registers[register & 0xFF]);
  }

  /** A word with its lower byte first. */
  final void putLow(int register, int word) {
    put(register, word);
    put(register + 1, word >> 8);
  }

  final void clear() {
    java.util.Arrays.fill(registers, (byte) 0);
    pointer = 0;
  }
}
