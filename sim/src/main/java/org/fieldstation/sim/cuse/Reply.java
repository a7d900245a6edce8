package org.fieldstation.sim.cuse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The answer to one request. */
record Reply(FileChannel cuse, long unique) {
  private static final int HEADER = 16;
  private static final int RETRY = 4; // fuse_ioctl_out.flags: ask again with these memories

  /** A piece of the asking program's memory. */
  record Memory(long at, long length) {}

  void ok(byte[]... parts) throws IOException {
    send(0, parts);
  }

  void refuse(int errno) throws IOException {
    send(-errno);
  }

  /** An ioctl is done; this goes into the memory that was asked for. */
  void done(int result, byte[] data) throws IOException {
    ok(bytes(16, it -> it.putInt(result)), data);
  }

  /** The ioctl cannot be done before the kernel has brought this memory, and made room there. */
  void retry(List<Memory> in, List<Memory> out) throws IOException {
    var head = bytes(16, it -> it.putInt(0).putInt(RETRY).putInt(in.size()).putInt(out.size()));
    var memories =
        bytes(
            16 * (in.size() + out.size()),
            it -> {
              in.forEach(memory -> it.putLong(memory.at()).putLong(memory.length()));
              out.forEach(memory -> it.putLong(memory.at()).putLong(memory.length()));
            });
    ok(head, memories);
  }

  /** The same, once the kernel has made room for it. */
  void doneOrRetry(Ioctl ioctl, Memory room, byte[] data) throws IOException {
    if (ioctl.room() < data.length) {
      retry(List.of(), List.of(room));
    } else {
      done(0, data);
    }
  }

  private void send(int error, byte[]... parts) throws IOException {
    int length = HEADER + Arrays.stream(parts).mapToInt(it -> it.length).sum();
    var all = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    all.putInt(length).putInt(error).putLong(unique);
    for (var part : parts) {
      all.put(part);
    }
    cuse.write(all.flip());
  }

  static byte[] bytes(int length, Consumer<ByteBuffer> fill) {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    fill.accept(buffer);
    return buffer.array();
  }
}
