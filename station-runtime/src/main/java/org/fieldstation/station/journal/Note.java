package org.fieldstation.station.journal;

import org.fieldstation.station.effort.Span;

/** Something to be written down. It gets its number when it is written. */
public sealed interface Note {

  /** A record for a lane. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fact(Lane lane, Kind kind, Stamp stamp, byte[] body) implements Note {}

  /** What a sensor did, for the effort ledger. */
  record Attended(Span span) implements Note {}
}
