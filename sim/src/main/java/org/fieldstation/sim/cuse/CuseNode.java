package org.fieldstation.sim.cuse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A character device answered through {@code /dev/cuse} (linux/fuse.h, protocol 7): the kernel
 * writes requests, this program writes replies. It is there until it is closed.
 */
final class CuseNode implements AutoCloseable {
  private static final Path CUSE = Path.of("/dev/cuse");
  private static final int IN_HEADER = 40;
  private static final int MOST_REQUEST = 1 << 18;
  private static final int MOST_BYTES = 1 << 16;

  private static final int INIT = 4_096;
  private static final int OPEN = 14;
  private static final int READ = 15;
  private static final int WRITE = 16;
  private static final int RELEASE = 18;
  private static final int INTERRUPT = 36;
  private static final int DESTROY = 38;
  private static final int IOCTL = 39;

  /** Any program may open it, and its ioctls may point anywhere into that program's memory. */
  private static final int UNRESTRICTED_IOCTL = 1;

  private final FileChannel cuse;
  private final String name;
  private final Behaviour behaviour;
  private long handles;

  /** What the device does. Each request is answered exactly once. */
  interface Behaviour {
    void read(Reply reply, long handle, int length) throws IOException;

    void write(Reply reply, long handle, byte[] bytes) throws IOException;

    void ioctl(Reply reply, long handle, Ioctl ioctl) throws IOException;

    void released(long handle);
  }

  private CuseNode(FileChannel cuse, String name, Behaviour behaviour) {
    this.cuse = cuse;
    this.name = name;
    this.behaviour = behaviour;
  }

  /** Makes {@code /dev/NAME}; it appears once {@link #serve} runs. */
  static CuseNode make(String name, Behaviour behaviour) throws IOException {
    var cuse = FileChannel.open(CUSE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new CuseNode(cuse, name, behaviour);
  }

  /** Answers until the device is closed. */
  void serve() throws IOException {
    var request = ByteBuffer.allocateDirect(MOST_REQUEST).order(ByteOrder.nativeOrder());
    while (cuse.read(request.clear()) > 0) {
      answer(request.flip());
    }
  }

  private void answer(ByteBuffer in) throws IOException {
    in.getInt(); // the length, which is what was read
    int operation = in.getInt();
    var reply = new Reply(cuse, in.getLong());
    in.position(IN_HEADER);
    switch (operation) {
      case INIT -> init(reply, in.getInt(), in.getInt());
      case OPEN -> {
        long handle = ++handles;
        reply.ok(Reply.bytes(16, it -> it.putLong(handle)));
      }
      case READ -> {
        long handle = in.getLong();
        in.getLong();
        behaviour.read(reply, handle, in.getInt());
      }
      case WRITE -> {
        long handle = in.getLong();
        in.getLong();
        var bytes = new byte[in.getInt()];
        in.position(IN_HEADER + IN_HEADER).get(bytes);
        behaviour.write(reply, handle, bytes);
      }
      case IOCTL -> behaviour.ioctl(reply, in.getLong(), Ioctl.of(in));
      case RELEASE -> {
        behaviour.released(in.getLong());
        reply.ok();
      }
      case INTERRUPT, DESTROY -> {} // these want no answer
      default -> reply.ok();
    }
  }

  private void init(Reply reply, int major, int minor) throws IOException {
    Consumer<ByteBuffer> limits =
        it ->
            it.putInt(major)
                .putInt(minor)
                .putInt(0)
                .putInt(UNRESTRICTED_IOCTL)
                .putInt(MOST_BYTES)
                .putInt(MOST_BYTES);
    var info = ("DEVNAME=" + name + "\0").getBytes(StandardCharsets.US_ASCII);
    reply.ok(Reply.bytes(72, limits), info);
  }

  @Override
  public void close() throws IOException {
    cuse.close();
  }
}
