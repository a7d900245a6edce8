package org.fieldstation.sim.chips;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.time.StationClock;

/**
 * A chip of Sensirion's: it is given commands, and answers words with a CRC behind each. Until an
 * answer is ready it does not acknowledge being read.
 */
abstract class Commands implements Slave {
  private final StationClock clock;
  private byte[] answer = {};
  private long readyNanos;

  Commands(StationClock clock) {
    this.clock = clock;
  }

  /** There will be these words after so many milliseconds. */
  final void answer(double milliseconds, int... words) {
    var bytes = new ByteArrayOutputStream();
    for (int word : words) {
      bytes.write(word >> 8);
      bytes.write(word);
      bytes.write(crc(word));
    }
    answer = bytes.toByteArray();
    readyNanos = clock.nanos() + (long) (milliseconds * 1e6);
  }

  final void noAnswer() {
    answer = new byte[0];
  }

  final long nanos() {
    return clock.nanos();
  }

  @Override
  public byte[] read(int length) throws KernelException {
    if (answer.length == 0 || clock.nanos() < readyNanos) {
      throw Nack.nobody();
    }
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xFF); // nobody pulls the line down
    System.arraycopy(answer, 0, bytes, 0, Math.min(length, answer.length));
    noAnswer();
    return bytes;
  }

  /** CRC-8 of a word: polynomial 0x31 from 0xFF, a byte at a time through a shift register. */
  private static int crc(int word) {
    int register = turned(0xFF ^ (word >> 8 & 0xFF));
    return turned(register ^ (word & 0xFF));
  }

  private static int turned(int register) {
    int shifted = register;
    for (int bit = 0; bit < 8; bit++) {
      shifted = (shifted & 0x80) == 0 ? shifted << 1 : (shifted << 1 ^ 0x31) & 0xFF;
    }
    return shifted & 0xFF;
  }

  static int ratio(double value) {
    return Math.clamp(Math.round(value * 65_535), 0, 65_535);
  }
}
