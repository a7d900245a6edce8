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
  void aDayOfPollingLeavesNothingBehind() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc here");
    // In a process of its own, whose heap is all there from the start: what grows is not heap.
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmx32m",
                "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NoLeakTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.inputReader()) {
      var grown = out.readLine();
      assertThat(grown).as("kB more").matches("-?[0-9]+");
      assertThat(Long.parseLong(grown)).as("kB more").isLessThan(MOST_GROWTH_KB);
    } finally {
      process.destroyForcibly();
    }
  }

  static void main() throws IOException {
    int fd = Kernel.open("/dev/null", Kernel.READ_WRITE);
    write(fd, CALLS / 10);
    long before = resident();
    write(fd, CALLS);
    System.out.println(resident() - before);
    Kernel.close(fd);
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
