package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.Consumer;
import org.fieldstation.drivers.kernel.Watch.Woken;

/**
 * A serial line in raw mode with 8 bits, no parity, one stop bit, no flow control, at any baud rate
 * (asm-generic/termbits.h, struct termios2).
 */
public final class SerialPort implements AutoCloseable {
  private static final long GET = 0x802C542AL; // TCGETS2
  private static final long SET = 0x402C542BL; // TCSETS2
  private static final int TERMIOS2 = 44;
  private static final int ANY_BAUD = 0x1000;
  private static final int EIGHT_BITS = 0x30;
  private static final int RECEIVE = 0x80;
  private static final int NO_MODEM = 0x800;
  private static final int AT_ONCE = 1;

  private final String name;
  private final int fd;
  private boolean closed;

  private SerialPort(String name, int fd) {
    this.name = name;
    this.fd = fd;
  }

  /** Opens the line at that rate. */
  public static SerialPort open(String path, int baud) throws KernelException {
    int flags = Kernel.READ_WRITE | Kernel.NOT_BLOCKING | Kernel.NO_CONTROLLING_TERMINAL;
    int fd = Kernel.open(path, flags);
    try (var arena = Arena.ofConfined()) {
      var termios = arena.allocate(TERMIOS2, 4);
      Kernel.ioctl(path, fd, GET, termios);
      termios.set(JAVA_INT, 0, 0); // nothing is made of what comes in
      termios.set(JAVA_INT, 4, 0); // nor of what goes out
      termios.set(JAVA_INT, 8, ANY_BAUD | EIGHT_BITS | RECEIVE | NO_MODEM);
      termios.set(JAVA_INT, 12, 0); // no lines, no echo, no signals
      termios.set(JAVA_BYTE, 17 + 5, (byte) 0); // VTIME
      termios.set(JAVA_BYTE, 17 + 6, (byte) AT_ONCE); // VMIN
      termios.set(JAVA_INT, 36, baud);
      termios.set(JAVA_INT, 40, baud);
      Kernel.ioctl(path, fd, SET, termios);
      return new SerialPort(path, fd);
    } catch (KernelException e) {
      Kernel.close(fd);
      throw e;
    }
  }

  Watch watch() throws KernelException {
    return new Watch(fd);
  }

  /**
   * Tells what comes in until {@code watch} is stopped.
   *
   * @throws KernelException when the line is gone
   */
  void follow(Watch watch, Consumer<byte[]> listener) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var poll = Watch.memory(arena);
      var buffer = arena.allocate(4_096);
      while (true) {
        var woken = watch.await(poll);
        if (woken == Woken.STOPPED) {
          return;
        }
        int count = woken == Woken.READABLE ? Kernel.read(fd, buffer) : 0;
        if (count == 0) { // readable and empty is a line that was hung up
          throw new KernelException(name, Errno.ENODEV);
        }
        listener.accept(Arrays.copyOf(buffer.toArray(JAVA_BYTE), count));
      }
    }
  }

  /** Writes all of it; what does not fit into the kernel's buffer is refused with EAGAIN. */
  public synchronized void write(byte[] bytes) throws KernelException {
    if (closed) {
      throw new KernelException(name, Errno.ENODEV);
    }
    try (var arena = Arena.ofConfined()) {
      var all = arena.allocateFrom(JAVA_BYTE, bytes);
      for (long done = 0; done < bytes.length; ) {
        done += Kernel.write(fd, all.asSlice(done));
      }
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Kernel.close(fd);
    }
  }
}
