package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An I2C bus, {@code /dev/i2c-N} (linux/i2c-dev.h): one descriptor for all its devices. A write and
 * the read after it are one transaction; where the adapter speaks SMBus only, as kernel stubs do,
 * they are the SMBus commands that put the same bytes on the wires.
 */
public final class I2cBus implements AutoCloseable {
  private static final long SLAVE = 0x0703;
  private static final long FUNCTIONS = 0x0705;
  private static final long TRANSFER = 0x0707;
  private static final long FUNCTION_I2C = 1;

  private static final int MESSAGE = 16; // struct i2c_msg
  private static final short READ = 1;

  private final String name;
  private final int number;
  private @Nullable Descriptor descriptor;
  private boolean closed;

  /** An open bus; without plain I2C it has SMBus. */
  private record Descriptor(int fd, @Nullable Smbus smbus) {}

  private I2cBus(int number, Descriptor descriptor) {
    this.name = "i2c-" + number;
    this.number = number;
    this.descriptor = descriptor;
  }

  /** Opens the bus with that number. */
  public static I2cBus open(int number) throws KernelException {
    return new I2cBus(number, descriptor(number));
  }

  private static Descriptor descriptor(int number) throws KernelException {
    var node = "/dev/i2c-" + number;
    int fd = Kernel.open(node, Kernel.READ_WRITE);
    try (var arena = Arena.ofConfined()) {
      var functions = arena.allocate(JAVA_LONG);
      Kernel.ioctl(node, fd, FUNCTIONS, functions);
      boolean plain = (functions.get(JAVA_LONG, 0) & FUNCTION_I2C) != 0;
      return new Descriptor(fd, plain ? null : new Smbus(fd));
    } catch (KernelException e) {
      Kernel.close(fd);
      throw e;
    }
  }

  /**
   * Writes, then reads with a repeated start; either may be of no bytes. A bus that is gone, as
   * that of a USB adapter that was pulled out and put in again, is opened anew, once.
   */
  public synchronized byte[] transfer(int address, byte[] out, int length) throws KernelException {
    try {
      return once(address, out, length);
    } catch (KernelException e) {
      if (e.errno() != Errno.ENODEV && e.errno() != Errno.ENOTCONN) {
        throw e;
      }
      release();
      return once(address, out, length);
    }
  }

  private byte[] once(int address, byte[] out, int length) throws KernelException {
    if (closed) {
      throw new KernelException(name, Errno.ENODEV);
    }
    var bus = descriptor == null ? descriptor(number) : descriptor;
    descriptor = bus;
    var device = "%s/0x%02x".formatted(name, address);
    if (bus.smbus() == null) {
      return combined(bus.fd(), device, address, out, length);
    }
    Kernel.ioctl(device, bus.fd(), SLAVE, address);
    return bus.smbus().transfer(device, out, length);
  }

  private static byte[] combined(int fd, String device, int address, byte[] out, int length)
      throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var messages = arena.allocate(2L * MESSAGE, 8);
      var into = arena.allocate(Math.max(1, length));
      int count = 0;
      if (out.length > 0 || length == 0) {
        var bytes = arena.allocate(Math.max(1, out.length));
        MemorySegment.copy(out, 0, bytes, JAVA_BYTE, 0, out.length);
        message(messages, count++, address, (short) 0, out.length, bytes);
      }
      if (length > 0) {
        message(messages, count++, address, READ, length, into);
      }
      var all = arena.allocate(16, 8); // struct i2c_rdwr_ioctl_data
      all.set(ADDRESS, 0, messages);
      all.set(JAVA_INT, 8, count);
      Kernel.ioctl(device, fd, TRANSFER, all);
      return Arrays.copyOf(into.toArray(JAVA_BYTE), length);
    }
  }

  private static void message(
      MemorySegment messages, int index, int address, short flags, int length, MemorySegment at) {
    long offset = (long) index * MESSAGE;
    messages.set(JAVA_SHORT, offset, (short) address);
    messages.set(JAVA_SHORT, offset + 2, flags);
    messages.set(JAVA_SHORT, offset + 4, (short) length);
    messages.set(ADDRESS, offset + 8, at);
  }

  private void release() {
    var bus = descriptor;
    if (bus != null) {
      descriptor = null;
      Kernel.close(bus.fd());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    release();
  }
}
