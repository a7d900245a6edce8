package org.fieldstation.station.wire;

/** Reads what {@link Columns} wrote, and believes nothing. */
final class ColumnReader {
  private static final int GROUP = 7;
  private static final int LAST_SHIFT = 63;

  private final byte[] bytes;
  private int at;
  private long before;

  ColumnReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  /** The next number as it was given to {@link Columns#add}. */
  long next() {
    long number = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += GROUP) {
      WireException.unless(at < bytes.length, "a column that is too short");
      int group = bytes[at++];
      WireException.unless(shift < LAST_SHIFT || (group & ~1) == 0, "a number above 64 bits");
      number |= (group & 0x7fL) << shift;
      if (group >= 0) {
        return number;
      }
    }
    throw new WireException("a number that does not end");
  }

  /** The next number, which must be one that an index, a count or a duration can be. */
  long natural() {
    long number = next();
    WireException.unless(number >= 0, "a negative number");
    return number;
  }

  /** The next number as it was given to {@link Columns#addStep}. */
  long nextStep() {
    long step = next();
    before += (step >>> 1) ^ -(step & 1);
    return before;
  }

  /** The same, for what cannot be negative. */
  long naturalStep() {
    long number = nextStep();
    WireException.unless(number >= 0, "a negative number");
    return number;
  }
}
