package org.fieldstation.drivers.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On this machine's own kernel: a pseudo terminal is a serial line to whoever opens it. */
final class HeardLineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @BeforeAll
  static void aKernelWithPseudoTerminals() {
    assumeTrue(Files.isWritable(Path.of("/dev/ptmx")), "this machine has no /dev/ptmx");
  }

  @Test
  void whatTheDeviceSaysIsHeardAndWhatIsWrittenArrives() throws Exception {
    try (var device = new PseudoTerminal();
        var line = HeardLine.open(device.path(), 9_600)) {
      device.say("$GPTXT,hello\r\n");
      assertThat(heard(line, 14)).isEqualTo("$GPTXT,hello\r\n");
      line.write("AT\r".getBytes(StandardCharsets.US_ASCII));
      assertThat(device.hear()).isEqualTo("AT\r"); // no echo, no newline added
      assertThat(line.lost()).isFalse();
    }
  }

  @Test
  void silenceIsNoLoss() throws Exception {
    try (var device = new PseudoTerminal();
        var line = HeardLine.open(device.path(), 115_200)) {
      assertThat(line.read(new byte[10], Duration.ofMillis(20))).isZero();
      device.say("x");
      assertThat(heard(line, 1)).isEqualTo("x");
    }
  }

  @Test
  void aDeviceThatIsPulledOutIsLostAfterItsLastWords() throws Exception {
    var device = new PseudoTerminal();
    try (var line = HeardLine.open(device.path(), 9_600)) {
      device.say("last words");
      assertThat(heard(line, 10)).isEqualTo("last words");
      device.close();
      assertThatThrownBy(() -> line.read(new byte[10], LONG))
          .isInstanceOfSatisfying(
              DeviceException.class,
              it -> assertThat(it.code()).isEqualTo(DeviceException.Code.LOST))
          .hasMessageContaining("/dev/pts/");
      assertThat(line.lost()).isTrue();
    }
  }

  @Test
  void aLineThatIsNotThereIsAbsent() {
    assertThatThrownBy(() -> HeardLine.open("/dev/no-such-line", 9_600))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("there is no such device");
  }

  @Test
  void whatIsNoLineIsRefused() {
    assertThatThrownBy(() -> HeardLine.open("/dev/null", 9_600))
        .isInstanceOfSatisfying(
            KernelException.class, it -> assertThat(it.errno()).isEqualTo(Errno.ENOTTY));
  }

  private static String heard(HeardLine line, int length) throws InterruptedException {
    var all = new StringBuilder();
    var part = new byte[5];
    while (all.length() < length) {
      int count = line.read(part, LONG);
      assertThat(count).as("heard so far: " + all).isPositive();
      all.append(new String(part, 0, count, StandardCharsets.US_ASCII));
    }
    return all.toString();
  }
}
