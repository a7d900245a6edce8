package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The hardware watchdog: a machine that does not feed it in time is reset by it (linux/watchdog.h).
 * A process that dies leaves it running on purpose; only {@link #close} disarms it.
 */
public final class Watchdog implements AutoCloseable {
  private static final long SET_TIMEOUT = Kernel.request(3, 'W', 6, 4);
  private static final long KEEP_ALIVE = Kernel.request(2, 'W', 5, 4);
  private static final byte MAGIC = 'V';

  private final String name;
  private final int fd;
  private final Duration timeout;
  private boolean closed;

  private Watchdog(String name, int fd, Duration timeout) {
    this.name = name;
    this.fd = fd;
    this.timeout = timeout;
  }

  /**
   * Arms it.
   *
   * @param device usually {@code /dev/watchdog}
   * @param timeout how long it waits for food; the hardware may take another one
   */
  public static Watchdog arm(Path device, Duration timeout) throws KernelException {
    var name = device.toString();
    int fd = Kernel.open(name, Kernel.WRITE_ONLY);
    try (var arena = Arena.ofConfined()) {
      var seconds = arena.allocate(JAVA_INT);
      seconds.set(JAVA_INT, 0, (int) Math.max(1, timeout.toSeconds()));
      Kernel.ioctl(name, fd, SET_TIMEOUT, seconds);
      return new Watchdog(name, fd, Duration.ofSeconds(seconds.get(JAVA_INT, 0)));
    } catch (KernelException e) {
      disarm(fd);
      throw e;
    }
  }

  /** How long it waits, as the hardware took it. */
  public Duration timeout() {
    return timeout;
  }

  /** Feeds it. */
  public synchronized void feed() throws KernelException {
    if (closed) {
      throw new KernelException(name, Errno.ENODEV);
    }
    try (var arena = Arena.ofConfined()) {
      Kernel.ioctl(name, fd, KEEP_ALIVE, arena.allocate(JAVA_INT));
    }
  }

  /** Disarms it by the magic letter, where the kernel allows that. */
  @Override
  public synchronized void close() throws KernelException {
    if (!closed) {
      closed = true;
      disarm(fd);
    }
  }

  private static void disarm(int fd) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      Kernel.write(fd, arena.allocateFrom(JAVA_BYTE, MAGIC));
    } finally {
      Kernel.close(fd);
    }
  }
}
