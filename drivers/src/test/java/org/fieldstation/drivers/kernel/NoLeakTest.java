package org.fieldstation.drivers.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * As many system calls as ten sensors take in a day of one reading a second: the process must not
 * grow. A leak of the 8 bytes of errno's state in each call would be 80 MB.
 */
@Tag("slow")
final class NoLeakTest {
  private static final int CALLS = 10_000_000;
  private static final long MOST_GROWTH_KB = 40_000;

  @Test
  void aDayOfPollingLeavesNothingBehind() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc here");
    int fd = Kernel.open("/dev/null", Kernel.READ_WRITE);
    try {
      write(fd, CALLS / 10);
      long before = resident();
      write(fd, CALLS);
      assertThat(resident() - before).as("kB more").isLessThan(MOST_GROWTH_KB);
    } finally {
      Kernel.close(fd);
    }
  }

  private static void write(int fd, int calls) throws KernelException {
    for (int i = 0; i < calls; i++) {
      try (var arena = Arena.ofConfined()) {
        Kernel.write(fd, arena.allocateFrom(JAVA_BYTE, (byte) i));
      }
    }
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(it -> it.startsWith("VmRSS"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
