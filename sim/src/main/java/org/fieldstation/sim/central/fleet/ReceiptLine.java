package org.fieldstation.sim.central.fleet;

import java.nio.charset.StandardCharsets;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;

/** A receipt as a line between machines: {@code epoch:lane:seq}. */
final class ReceiptLine {
  private ReceiptLine() {}

  static byte[] of(Receipt receipt) {
    return (receipt.epoch() + ":" + receipt.lane().code() + ":" + receipt.upTo())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Receipt read(byte[] line) {
    var words = new String(line, StandardCharsets.US_ASCII).split(":", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException(words.length + " words");
    }
    return new Receipt(words[0], Lane.of(Integer.parseInt(words[1])), Long.parseLong(words[2]));
  }
}
