package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import org.fieldstation.drivers.kernel.Watch.Woken;
import org.fieldstation.drivers.wires.Pull;

/** One line of a GPIO chip, requested from the kernel (linux/gpio.h, version 2 of its ABI). */
public final class GpioLine implements AutoCloseable {
  private static final long GET_LINE = Kernel.request(3, 0xB4, 0x07, 592);
  private static final long GET_VALUES = Kernel.request(3, 0xB4, 0x0E, 16);
  private static final long SET_VALUES = Kernel.request(3, 0xB4, 0x0F, 16);

  private static final long INPUT = 1 << 2;
  private static final long OUTPUT = 1 << 3;
  private static final long BOTH_EDGES = 1 << 4 | 1 << 5;

  // struct gpio_v2_line_request
  private static final int REQUEST = 592;
  private static final int CONSUMER = 256;
  private static final int FLAGS = 288;
  private static final int ATTRIBUTES = 296;
  private static final int FIRST_ATTRIBUTE = 320;
  private static final int LINES = 560;
  private static final int BUFFER = 564;
  private static final int REQUEST_FD = 588;

  private static final int OUTPUT_VALUES = 2;
  private static final int DEBOUNCE = 3;

  /** As many edges as the kernel keeps for one reader: half a second of 2 kHz, both ways. */
  private static final int MOST_EDGES = 1_024;

  private static final int EDGE = 48; // struct gpio_v2_line_event
  private static final int EDGES_A_READ = 64;
  private static final int RISING = 1;

  private final String name;
  private final int fd;
  private boolean closed;

  private GpioLine(String name, int fd) {
    this.name = name;
    this.fd = fd;
  }

  /** Who is told of a line's edges. */
  @FunctionalInterface
  public interface Listener {
    /**
     * One edge.
     *
     * @param nanos the kernel's monotonic clock
     * @param sequence the kernel's count for this line, from 1; a gap is edges that were dropped
     */
    void edge(boolean high, long nanos, long sequence);
  }

  /** Takes a line as input, with every edge kept from now on. */
  public static GpioLine input(int chip, int line, Pull pull, Duration settling)
      throws KernelException {
    long bias =
        switch (pull) {
          case UP -> 1 << 8;
          case DOWN -> 1 << 9;
          case NONE -> 1 << 10;
        };
    long micros = settling.toNanos() / 1_000;
    return request(chip, line, INPUT | BOTH_EDGES | bias, DEBOUNCE, micros);
  }

  /** Takes a line as output, at that level without a glitch. */
  public static GpioLine output(int chip, int line, boolean high) throws KernelException {
    return request(chip, line, OUTPUT, OUTPUT_VALUES, high ? 1 : 0);
  }

  private static GpioLine request(int chip, int line, long flags, int attribute, long value)
      throws KernelException {
    var name = "/dev/gpiochip" + chip;
    int fd = Kernel.open(name, Kernel.READ_WRITE);
    try (var arena = Arena.ofConfined()) {
      var request = arena.allocate(REQUEST, 8);
      request.set(JAVA_INT, 0, line);
      request.asSlice(CONSUMER, 32).setString(0, "fieldstation");
      request.set(JAVA_LONG, FLAGS, flags);
      if (attribute != DEBOUNCE || value > 0) {
        request.set(JAVA_INT, ATTRIBUTES, 1);
        request.set(JAVA_INT, FIRST_ATTRIBUTE, attribute);
        request.set(JAVA_LONG, FIRST_ATTRIBUTE + 8, value);
        // The mask counts requested lines, not lines of the chip: ours is the first and only.
        request.set(JAVA_LONG, FIRST_ATTRIBUTE + 16, 1);
      }
      request.set(JAVA_INT, LINES, 1);
      request.set(JAVA_INT, BUFFER, (flags & INPUT) != 0 ? MOST_EDGES : 0);
      var whole = name + " line " + line;
      Kernel.ioctl(whole, fd, GET_LINE, request);
      return new GpioLine(whole, request.get(JAVA_INT, REQUEST_FD));
    } finally {
      Kernel.close(fd);
    }
  }

  public synchronized boolean high() throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var values = arena.allocate(16, 8);
      values.set(JAVA_LONG, 8, 1);
      Kernel.ioctl(name, open(), GET_VALUES, values);
      return (values.get(JAVA_LONG, 0) & 1) != 0;
    }
  }

  public synchronized void set(boolean high) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var values = arena.allocate(16, 8);
      values.set(JAVA_LONG, 0, high ? 1 : 0);
      values.set(JAVA_LONG, 8, 1);
      Kernel.ioctl(name, open(), SET_VALUES, values);
    }
  }

  /**
   * Tells edges until {@code watch} is stopped.
   *
   * @throws KernelException ENODEV when the chip is gone
   */
  void follow(Watch watch, Listener listener) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var poll = Watch.memory(arena);
      var edges = arena.allocate((long) EDGE * EDGES_A_READ, 8);
      while (true) {
        var woken = watch.await(poll);
        if (woken == Woken.STOPPED) {
          return;
        }
        if (woken == Woken.GONE) {
          throw new KernelException(name, Errno.ENODEV);
        }
        tell(edges, Kernel.read(fd, edges), listener);
      }
    }
  }

  private static void tell(MemorySegment edges, int bytes, Listener listener) {
    for (int at = 0; at + EDGE <= bytes; at += EDGE) {
      listener.edge(
          edges.get(JAVA_INT, at + 8) == RISING,
          edges.get(JAVA_LONG, at),
          Integer.toUnsignedLong(edges.get(JAVA_INT, at + 20)));
    }
  }

  Watch watch() throws KernelException {
    return new Watch(fd);
  }

  private int open() throws KernelException {
    if (closed) {
      throw new KernelException(name, Errno.ENODEV); // its number may be another file's by now
    }
    return fd;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Kernel.close(fd);
    }
  }
}
