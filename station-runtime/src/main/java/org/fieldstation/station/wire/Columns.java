package org.fieldstation.station.wire;

import java.io.ByteArrayOutputStream;

/**
 * A column of integers as bytes: each in groups of seven bits, the lowest first, the top bit set
 * when more follow. Small numbers take one byte, and no number takes more than ten.
 */
final class Columns {
  private static final int GROUP = 7;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long before;

  /** Adds a number, taken as unsigned. */
  void add(long number) {
    long rest = number;
    while ((rest & -MORE) != 0) {
      bytes.write(((int) rest & (MORE - 1)) | MORE);
      rest >>>= GROUP;
    }
    bytes.write((int) rest);
  }

  /** Adds a number as its difference to the one before; the sign stands in the lowest bit. */
  void addStep(long number) {
    long step = number - before; // may wrap, and wraps back when it is read
    before = number;
    add((step << 1) ^ (step >> (Long.SIZE - 1)));
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
