package org.fieldstation.sim.cuse;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.cuse.Reply.Memory;

/** A virtual chip as {@code /dev/spidevB.C} (linux/spi/spidev.h). */
public final class CuseSpi implements CuseNode.Behaviour, AutoCloseable {
  private static final int MODE = 0x4001_6B01;
  private static final int WORD = 0x4001_6B03;
  private static final int SPEED = 0x4004_6B04;
  private static final int TRANSFER = 0x4020_6B00;
  private static final int HEAD = 32; // struct spi_ioc_transfer
  private static final int MOST = 4_096; // spidev's bufsiz

  private final UnaryOperator<byte[]> chip;
  private final CuseNode node;

  private CuseSpi(UnaryOperator<byte[]> chip, Place.Spi at) throws IOException {
    this.chip = chip;
    this.node = CuseNode.make("spidev%d.%d".formatted(at.bus(), at.select()), this);
  }

  /**
   * Makes the device node of that chip, and answers on a thread of its own until it is closed.
   *
   * @param chip what it answers to what it is sent, byte for byte
   * @throws IOException when this kernel has no {@code /dev/cuse}, or only root may use it
   */
  public static CuseSpi start(UnaryOperator<byte[]> chip, Place.Spi at) throws IOException {
    var made = new CuseSpi(chip, at);
    Thread.ofPlatform().daemon().name("cuse " + at).start(made::serve);
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
  public void ioctl(Reply reply, long handle, Ioctl ioctl) throws IOException {
    switch (ioctl.command()) {
      case MODE, WORD -> taken(reply, ioctl, 1);
      case SPEED -> taken(reply, ioctl, 4);
      case TRANSFER -> transfer(reply, ioctl);
      default -> reply.refuse(Errno.ENOTTY);
    }
  }

  private static void taken(Reply reply, Ioctl ioctl, int length) throws IOException {
    if (ioctl.size() < length) {
      reply.retry(List.of(new Memory(ioctl.argument(), length)), List.of());
    } else {
      reply.done(0, new byte[0]);
    }
  }

  private void transfer(Reply reply, Ioctl ioctl) throws IOException {
    var head = new Memory(ioctl.argument(), HEAD);
    if (ioctl.size() < HEAD) {
      reply.retry(List.of(head), List.of());
      return;
    }
    var in = ioctl.in();
    int length = in.getInt(16);
    if (length < 0 || length > MOST) {
      reply.refuse(Errno.EINVAL);
      return;
    }
    var from = new Memory(in.getLong(0), length);
    var into = new Memory(in.getLong(8), length);
    if (ioctl.size() < HEAD + length || ioctl.room() < length) {
      reply.retry(List.of(head, from), List.of(into));
      return;
    }
    var out = new byte[length];
    in.get(HEAD, out);
    reply.done(length, chip.apply(out));
  }

  /** The station asks by ioctl only. */
  @Override
  public void read(Reply reply, long handle, int length) throws IOException {
    reply.refuse(Errno.EOPNOTSUPP);
  }

  @Override
  public void write(Reply reply, long handle, byte[] bytes) throws IOException {
    reply.refuse(Errno.EOPNOTSUPP);
  }

  @Override
  public void released(long handle) {}

  @Override
  public void close() throws IOException {
    node.close();
  }
}
