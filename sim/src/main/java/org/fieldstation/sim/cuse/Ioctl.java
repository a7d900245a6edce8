package org.fieldstation.sim.cuse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An ioctl as it came.
 *
 * @param command its number
 * @param argument a number, or where in the program's memory the argument is
 * @param in what the kernel has brought of that memory so far
 * @param room how much the program's memory takes in answer
 */
record Ioctl(int command, long argument, ByteBuffer in, int room) {

  /** What follows the handle: struct fuse_ioctl_in. */
  static Ioctl of(ByteBuffer request) {
    request.getInt(); // flags
    int command = request.getInt();
    long argument = request.getLong();
    int size = request.getInt();
    int room = request.getInt();
    var in = request.slice().order(ByteOrder.nativeOrder());
    return new Ioctl(command, argument, in.limit(Math.min(size, in.limit())), room);
  }

  int size() {
    return in.limit();
  }
}
