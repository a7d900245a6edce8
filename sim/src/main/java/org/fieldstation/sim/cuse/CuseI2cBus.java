package org.fieldstation.sim.cuse;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.board.VirtualI2cBus;
import org.fieldstation.sim.cuse.Reply.Memory;

/** A virtual bus as {@code /dev/i2c-N} (linux/i2c-dev.h). */
public final class CuseI2cBus implements CuseNode.Behaviour, AutoCloseable {
  private static final int RETRIES = 0x0701;
  private static final int TIMEOUT = 0x0702;
  private static final int SLAVE = 0x0703;
  private static final int TEN_BITS = 0x0704;
  private static final int FUNCTIONS = 0x0705;
  private static final int SLAVE_FORCE = 0x0706;
  private static final int TRANSFER = 0x0707;
  private static final int CHECKSUMS = 0x0708;
  private static final int SMBUS = 0x0720;

  /** Plain I2C, and the SMBus commands that are made of it. */
  private static final long ABLE_TO = 0x0EFF_0001L;

  private final VirtualI2cBus bus;
  private final CuseNode node;
  private final Map<Long, Integer> selected = new HashMap<>();

  private CuseI2cBus(VirtualI2cBus bus, int number) throws IOException {
    this.bus = bus;
    this.node = CuseNode.make("i2c-" + number, this);
  }

  /**
   * Makes the device node of that bus, and answers on a thread of its own until it is closed.
   *
   * @throws IOException when this kernel has no {@code /dev/cuse}, or only root may use it
   */
  public static CuseI2cBus start(VirtualI2cBus bus, int number) throws IOException {
    var made = new CuseI2cBus(bus, number);
    Thread.ofPlatform().daemon().name("cuse i2c-" + number).start(made::serve);
    return made;
  }

  private void serve() {
    try {
      node.serve();
    } catch (IOException closed) {
      // the node is gone with its channel, and whoever has it open is told ENODEV
    }
  }

  @Override
  public void close() throws IOException {
    node.close();
  }

  @Override
  public void read(Reply reply, long handle, int length) throws IOException {
    try {
      reply.ok(bus.transfer(address(handle), new byte[0], length));
    } catch (KernelException e) {
      reply.refuse(e.errno());
    }
  }

  @Override
  public void write(Reply reply, long handle, byte[] bytes) throws IOException {
    try {
      bus.transfer(address(handle), bytes, 0);
      reply.ok(Reply.bytes(8, it -> it.putInt(bytes.length)));
    } catch (KernelException e) {
      reply.refuse(e.errno());
    }
  }

  private int address(long handle) {
    return selected.getOrDefault(handle, 0);
  }

  @Override
  public void ioctl(Reply reply, long handle, Ioctl ioctl) throws IOException {
    switch (ioctl.command()) {
      case SLAVE, SLAVE_FORCE -> {
        selected.put(handle, (int) ioctl.argument());
        reply.done(0, new byte[0]);
      }
      case RETRIES, TIMEOUT, TEN_BITS, CHECKSUMS -> reply.done(0, new byte[0]);
      case FUNCTIONS -> {
        var answer = Reply.bytes(8, it -> it.putLong(ABLE_TO));
        reply.doneOrRetry(ioctl, new Memory(ioctl.argument(), 8), answer);
      }
      case TRANSFER -> new Messages(bus, reply, ioctl).answer();
      case SMBUS -> new SmbusCommand(bus, address(handle), reply, ioctl).answer();
      default -> reply.refuse(Errno.ENOTTY);
    }
  }

  @Override
  public void released(long handle) {
    selected.remove(handle);
  }
}
