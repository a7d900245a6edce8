package org.fieldstation.sim.cuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.board.VirtualI2cBus;
import org.fieldstation.sim.cuse.Reply.Memory;

/**
 * I2C_RDWR: a list of messages in the program's memory, each with a pointer of its own. The kernel
 * is asked for the list's head, then for the list, then for what it points to.
 */
record Messages(VirtualI2cBus bus, Reply reply, Ioctl ioctl) {
  private static final int HEAD = 16; // struct i2c_rdwr_ioctl_data
  private static final int MESSAGE = 16; // struct i2c_msg
  private static final int MOST = 42; // I2C_RDWR_IOCTL_MAX_MSGS
  private static final int READ = 1;

  private record Message(int address, boolean read, int length, long at) {}

  void answer() throws IOException {
    var head = new Memory(ioctl.argument(), HEAD);
    if (ioctl.size() < HEAD) {
      reply.retry(List.of(head), List.of());
      return;
    }
    var in = ioctl.in();
    int count = in.getInt(8);
    if (count < 1 || count > MOST) {
      reply.refuse(Errno.EINVAL);
      return;
    }
    var list = new Memory(in.getLong(0), (long) MESSAGE * count);
    if (ioctl.size() < HEAD + list.length()) {
      reply.retry(List.of(head, list), List.of());
      return;
    }
    var messages = messages(in, count);
    var from = new ArrayList<>(List.of(head, list));
    var into = new ArrayList<Memory>();
    messages.forEach(it -> (it.read() ? into : from).add(new Memory(it.at(), it.length())));
    if (ioctl.size() < sum(from) || ioctl.room() < sum(into)) {
      reply.retry(from, into);
      return;
    }
    transfer(messages, in.position(HEAD + MESSAGE * count));
  }

  private static List<Message> messages(ByteBuffer in, int count) {
    var messages = new ArrayList<Message>();
    for (int at = HEAD; at < HEAD + MESSAGE * count; at += MESSAGE) {
      messages.add(
          new Message(
              in.getShort(at) & 0x3FF,
              (in.getShort(at + 2) & READ) != 0,
              Short.toUnsignedInt(in.getShort(at + 4)),
              in.getLong(at + 8)));
    }
    return messages;
  }

  private static long sum(List<Memory> memories) {
    return memories.stream().mapToLong(Memory::length).sum();
  }

  /** A write and the read after it are one transaction, as the bus has it. */
  private void transfer(List<Message> messages, ByteBuffer written) throws IOException {
    var answer = new ByteArrayOutputStream();
    try {
      for (int i = 0; i < messages.size(); i++) {
        var message = messages.get(i);
        var out = new byte[message.read() ? 0 : message.length()];
        written.get(out);
        var next = i + 1 < messages.size() ? messages.get(i + 1) : message;
        boolean both = !message.read() && next.read() && next.address() == message.address();
        int length = both ? next.length() : message.read() ? message.length() : 0;
        answer.writeBytes(bus.transfer(message.address(), out, length));
        i += both ? 1 : 0;
      }
      reply.done(messages.size(), answer.toByteArray());
    } catch (KernelException e) {
      reply.refuse(e.errno());
    }
  }
}
