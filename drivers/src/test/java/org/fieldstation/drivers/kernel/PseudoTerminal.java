package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;

/** Both ends of a serial cable that the kernel makes: the far end is a file for the test. */
final class PseudoTerminal implements AutoCloseable {
  private static final long UNLOCK = 0x40045431L; // TIOCSPTLCK
  private static final long NUMBER = 0x80045430L; // TIOCGPTN

  private final int fd;
  private final int number;

  PseudoTerminal() throws KernelException {
    fd = Kernel.open("/dev/ptmx", Kernel.READ_WRITE | Kernel.NO_CONTROLLING_TERMINAL);
    try (var arena = Arena.ofConfined()) {
      var word = arena.allocate(JAVA_INT);
      Kernel.ioctl("unlock", fd, UNLOCK, word);
      Kernel.ioctl("number", fd, NUMBER, word);
      number = word.get(JAVA_INT, 0);
    }
  }

  String path() {
    return "/dev/pts/" + number;
  }

  void say(String words) throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var bytes = words.getBytes(StandardCharsets.US_ASCII);
      Kernel.write(fd, arena.allocateFrom(JAVA_BYTE, bytes));
    }
  }

  String hear() throws KernelException {
    try (var arena = Arena.ofConfined()) {
      var buffer = arena.allocate(256);
      int count = Kernel.read(fd, buffer);
      return new String(buffer.asSlice(0, count).toArray(JAVA_BYTE), StandardCharsets.US_ASCII);
    }
  }

  /** The device at the other end is pulled out. */
  @Override
  public void close() {
    Kernel.close(fd);
  }
}
