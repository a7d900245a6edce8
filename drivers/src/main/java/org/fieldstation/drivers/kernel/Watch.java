package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Waits for a descriptor to have something to read, without a time limit, until told to stop. */
final class Watch implements AutoCloseable {
  private static final int FOREVER = -1;
  private static final int POLLFD = 8;

  private final int fd;
  private final int bell;

  Watch(int fd) throws KernelException {
    this.fd = fd;
    this.bell = Kernel.eventfd();
  }

  /** What woke the wait. */
  enum Woken {
    READABLE,
    GONE,
    STOPPED
  }

  /** Waits with memory that the caller keeps for all of its waits. */
  Woken await(MemorySegment two) throws KernelException {
    descriptor(two, 0, fd);
    descriptor(two, POLLFD, bell);
    Kernel.poll(two, 2, FOREVER);
    if (two.get(JAVA_SHORT, POLLFD + 6) != 0) {
      return Woken.STOPPED;
    }
    return (two.get(JAVA_SHORT, 6) & Kernel.POLLIN) != 0 ? Woken.READABLE : Woken.GONE;
  }

  /** The memory {@link #await} takes. */
  static MemorySegment memory(Arena arena) {
    return arena.allocate(2L * POLLFD, 4);
  }

  private static void descriptor(MemorySegment poll, long at, int fd) {
    poll.set(JAVA_INT, at, fd);
    poll.set(JAVA_SHORT, at + 4, Kernel.POLLIN);
    poll.set(JAVA_SHORT, at + 6, (short) 0);
  }

  /** Ends the wait, now or when it comes to one. */
  void stop() throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var one = arena.allocate(JAVA_LONG);
      one.set(JAVA_LONG, 0, 1);
      Kernel.write(bell, one);
    }
  }

  @Override
  public void close() {
    Kernel.close(bell);
  }
}
