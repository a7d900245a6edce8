package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A chip select of an SPI bus, {@code /dev/spidevB.C} (linux/spi/spidev.h). */
public final class SpiPort implements AutoCloseable {
  private static final long MODE = Kernel.request(1, 'k', 1, 1);
  private static final long SPEED = Kernel.request(1, 'k', 4, 4);
  private static final long TRANSFER = Kernel.request(1, 'k', 0, 32);

  private final String name;
  private final int fd;
  private boolean closed;

  private SpiPort(String name, int fd) {
    this.name = name;
    this.fd = fd;
  }

  /**
   * Opens a port.
   *
   * @param mode 0 to 3
   */
  public static SpiPort open(int bus, int select, int hertz, int mode) throws KernelException {
    var node = "/dev/spidev%d.%d".formatted(bus, select);
    int fd = Kernel.open(node, Kernel.READ_WRITE);
    try (var arena = Arena.ofConfined()) {
      var bits = arena.allocate(JAVA_BYTE);
      bits.set(JAVA_BYTE, 0, (byte) mode);
      Kernel.ioctl(node, fd, MODE, bits);
      var speed = arena.allocate(JAVA_INT);
      speed.set(JAVA_INT, 0, hertz);
      Kernel.ioctl(node, fd, SPEED, speed);
      return new SpiPort(node, fd);
    } catch (KernelException e) {
      Kernel.close(fd);
      throw e;
    }
  }

  /** Sends, and takes as many bytes at the same time. */
  public synchronized byte[] exchange(byte[] out) throws KernelException {
    if (closed) {
      throw new KernelException(name, Errno.ENODEV);
    }
    if (out.length == 0) {
      return out;
    }
    try (var arena = Arena.ofConfined()) {
      var from = arena.allocateFrom(JAVA_BYTE, out);
      var into = arena.allocate(out.length);
      var transfer = arena.allocate(32, 8); // struct spi_ioc_transfer
      transfer.set(JAVA_LONG, 0, from.address());
      transfer.set(JAVA_LONG, 8, into.address());
      transfer.set(JAVA_INT, 16, out.length);
      Kernel.ioctl(name, fd, TRANSFER, transfer);
      var bytes = new byte[out.length];
      MemorySegment.copy(into, JAVA_BYTE, 0, bytes, 0, bytes.length);
      return bytes;
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
