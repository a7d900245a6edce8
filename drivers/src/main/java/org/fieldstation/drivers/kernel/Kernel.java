package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The system calls that devices take. Each has an arena of its own for the time of the call: a
 * shared one grows by a few bytes a call, and a station makes millions.
 */
final class Kernel {
  static final int READ_ONLY = 0;
  static final int WRITE_ONLY = 1;
  static final int READ_WRITE = 2;
  static final int NOT_BLOCKING = 0x800;
  static final int NO_CONTROLLING_TERMINAL = 0x100;
  private static final int CLOSE_ON_EXEC = 0x80000;

  static final short POLLIN = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

  /** open and ioctl are variadic from their third argument on; that matters on arm64. */
  private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);

  private static final MethodHandle OPEN =
      call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), VARIADIC);
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ =
      call("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle IOCTL =
      call("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), VARIADIC);
  private static final MethodHandle IOCTL_NUMBER =
      call("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG), VARIADIC);
  private static final MethodHandle POLL =
      call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle EVENTFD =
      call("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  private Kernel() {}

  private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... more) {
    var capture = Stream.of(Linker.Option.captureCallState("errno"));
    var options = Stream.concat(capture, Arrays.stream(more)).toArray(Linker.Option[]::new);
    var function = LINKER.defaultLookup().find(name).orElseThrow();
    return LINKER.downcallHandle(function, shape, options);
  }

  @FunctionalInterface
  private interface Call {
    @SuppressWarnings("checkstyle:IllegalThrows")
    long run(MemorySegment state) throws Throwable;
  }

  /** A signal that comes in between, as the JVM's own do, is no reason to give up. */
  private static long retried(String what, Call call) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      while (true) {
        long result = result(call, state);
        if (result >= 0) {
          return result;
        }
        int errno = (int) ERRNO.get(state, 0L);
        if (errno != Errno.EINTR) {
          throw new KernelException(what, errno);
        }
      }
    }
  }

  private static long result(Call call, MemorySegment state) {
    try {
      return call.run(state);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call cannot throw", e);
    }
  }

  static int open(String path, int flags) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(path);
      int all = flags | CLOSE_ON_EXEC;
      return (int) retried("open " + path, s -> (int) OPEN.invokeExact(s, name, all, 0));
    }
  }

  /** The descriptor is gone in any case, so what close has to say changes nothing. */
  static void close(int fd) {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      result(s -> (int) CLOSE.invokeExact(s, fd), state);
    }
  }

  static int read(int fd, MemorySegment into) throws KernelException {
    long size = into.byteSize();
    return (int) retried("read", s -> (long) READ.invokeExact(s, fd, into, size));
  }

  static int write(int fd, MemorySegment from) throws KernelException {
    long size = from.byteSize();
    return (int) retried("write", s -> (long) WRITE.invokeExact(s, fd, from, size));
  }

  static void ioctl(String what, int fd, long request, MemorySegment argument)
      throws KernelException {
    retried(what, s -> (int) IOCTL.invokeExact(s, fd, request, argument));
  }

  static void ioctl(String what, int fd, long request, long argument) throws KernelException {
    retried(what, s -> (int) IOCTL_NUMBER.invokeExact(s, fd, request, argument));
  }

  /** A descriptor that another thread can make readable, to end a poll. */
  static int eventfd() throws KernelException {
    return (int)
        retried("eventfd", s -> (int) EVENTFD.invokeExact(s, 0, CLOSE_ON_EXEC | NOT_BLOCKING));
  }

  /** Waits; returns how many descriptors have something to say, 0 after the time. */
  static int poll(MemorySegment descriptors, int count, int milliseconds) throws KernelException {
    return (int)
        retried("poll", s -> (int) POLL.invokeExact(s, descriptors, (long) count, milliseconds));
  }

  /** An ioctl's number (asm-generic/ioctl.h): 1 writes to the kernel, 2 reads, 3 does both. */
  static long request(int direction, int type, int number, int size) {
    return (long) direction << 30 | (long) size << 16 | (long) type << 8 | number;
  }
}
