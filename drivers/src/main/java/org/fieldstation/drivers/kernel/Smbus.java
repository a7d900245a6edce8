package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** What an I2C transaction is in SMBus commands (linux/i2c.h, struct i2c_smbus_ioctl_data). */
final class Smbus {
  private static final long COMMAND = 0x0720;

  private static final int BYTE = 1;
  private static final int I2C_BLOCK = 8;
  private static final int MOST_IN_A_BLOCK = 32;
  private static final byte READ = 1;
  private static final byte WRITE = 0;

  private final int fd;

  Smbus(int fd) {
    this.fd = fd;
  }

  byte[] transfer(String device, byte[] out, int length) throws KernelException {
    if (length == 0) {
      write(device, out);
      return new byte[0];
    }
    if (out.length > 1) {
      throw new KernelException(device, Errno.EOPNOTSUPP); // no such SMBus command
    }
    return out.length == 0 ? bytes(device, length) : block(device, out[0], length);
  }

  private void write(String device, byte[] out) throws KernelException {
    if (out.length == 0) {
      throw new KernelException(device, Errno.EOPNOTSUPP);
    }
    if (out.length == 1) {
      command(device, WRITE, out[0], BYTE, new byte[1]);
      return;
    }
    for (int from = 1; from < out.length; from += MOST_IN_A_BLOCK) {
      var part = Arrays.copyOfRange(out, from, Math.min(out.length, from + MOST_IN_A_BLOCK));
      command(device, WRITE, (byte) (out[0] + from - 1), I2C_BLOCK, part);
    }
  }

  private byte[] bytes(String device, int length) throws KernelException {
    var into = new byte[length];
    for (int i = 0; i < length; i++) {
      into[i] = command(device, READ, (byte) 0, BYTE, new byte[1])[0];
    }
    return into;
  }

  private byte[] block(String device, byte register, int length) throws KernelException {
    var into = new byte[length];
    for (int from = 0; from < length; from += MOST_IN_A_BLOCK) {
      var part = new byte[Math.min(MOST_IN_A_BLOCK, length - from)];
      command(device, READ, (byte) (register + from), I2C_BLOCK, part);
      System.arraycopy(part, 0, into, from, part.length);
    }
    return into;
  }

  private byte[] command(String device, byte direction, byte command, int size, byte[] bytes)
      throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var block = arena.allocate(MOST_IN_A_BLOCK + 2L);
      var argument = arena.allocate(16, 8);
      int at = size == I2C_BLOCK ? 1 : 0;
      if (at == 1) {
        block.set(JAVA_BYTE, 0, (byte) bytes.length);
      }
      if (direction == WRITE) {
        MemorySegment.copy(bytes, 0, block, JAVA_BYTE, at, bytes.length);
      }
      argument.set(JAVA_BYTE, 0, direction);
      argument.set(JAVA_BYTE, 1, command);
      argument.set(JAVA_INT, 4, size);
      argument.set(ADDRESS, 8, block);
      Kernel.ioctl(device, fd, COMMAND, argument);
      if (direction == READ) {
        MemorySegment.copy(block, JAVA_BYTE, at, bytes, 0, bytes.length);
      }
      return bytes;
    }
  }
}
