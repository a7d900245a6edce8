package org.fieldstation.sim.cuse;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.board.VirtualI2cBus;
import org.fieldstation.sim.cuse.Reply.Memory;

/** I2C_SMBUS: one of the SMBus commands, made of plain transfers. */
record SmbusCommand(VirtualI2cBus bus, int address, Reply reply, Ioctl ioctl) {
  private static final int HEAD = 16; // struct i2c_smbus_ioctl_data
  private static final int BLOCK = 34; // union i2c_smbus_data
  private static final int QUICK = 0;
  private static final int BYTE = 1;
  private static final int BYTE_DATA = 2;
  private static final int WORD_DATA = 3;
  private static final int I2C_BLOCK = 8;

  void answer() throws IOException {
    var head = new Memory(ioctl.argument(), HEAD);
    if (ioctl.size() < HEAD) {
      reply.retry(List.of(head), List.of());
      return;
    }
    var in = ioctl.in();
    boolean read = in.get(0) == 1;
    int size = in.getInt(4);
    long data = in.getLong(8);
    if (data != 0 && ioctl.size() < HEAD + BLOCK) {
      var memory = new Memory(data, BLOCK);
      reply.retry(List.of(head, memory), read ? List.of(memory) : List.of());
      return;
    }
    var block = new byte[BLOCK];
    if (data != 0) {
      in.get(HEAD, block);
    }
    try {
      transfer(read, in.get(1), size, block);
      reply.done(0, read && data != 0 ? block : new byte[0]);
    } catch (KernelException e) {
      reply.refuse(e.errno());
    }
  }

  private void transfer(boolean read, byte command, int size, byte[] block) throws KernelException {
    int skip = size == I2C_BLOCK ? 1 : 0;
    int length =
        switch (size) {
          case QUICK -> 0;
          case BYTE, BYTE_DATA -> 1;
          case WORD_DATA -> 2;
          case I2C_BLOCK -> Math.clamp(block[0], 1, 32);
          default -> throw new KernelException("smbus", Errno.EOPNOTSUPP);
        };
    if (size == QUICK) {
      bus.transfer(address, new byte[0], 0);
    } else if (size == BYTE && !read) {
      bus.transfer(address, new byte[] {command}, 0);
    } else if (read) {
      var out = size == BYTE ? new byte[0] : new byte[] {command};
      System.arraycopy(bus.transfer(address, out, length), 0, block, skip, length);
    } else {
      var out = new byte[length + 1];
      out[0] = command;
      System.arraycopy(Arrays.copyOfRange(block, skip, skip + length), 0, out, 1, length);
      bus.transfer(address, out, 0);
    }
  }
}
