package org.fieldstation.station.journal;

/** One or more consecutive places in a lane: either a record, or the reason why there is none. */
public sealed interface Item {

  /** First seq it stands for. */
  long first();

  /** Last seq it stands for. */
  long last();

  /**
   * A record.
   *
   * @param seq its number in its lane, from 1, without gaps
   * @param body its content, as {@code wire} encodes it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by seq, never by body
  record Entry(long seq, Kind kind, Stamp stamp, byte[] body) implements Item {
    @Override
    public long first() {
      return seq;
    }

    @Override
    public long last() {
      return seq;
    }
  }

  /** A tombstone: records that were given up before a server had them, and why. */
  record Tombstone(long first, long last, String reason) implements Item {}
}
