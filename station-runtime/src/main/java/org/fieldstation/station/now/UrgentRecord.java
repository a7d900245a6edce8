package org.fieldstation.station.now;

import java.time.Instant;
import org.fieldstation.station.journal.Kind;

/**
 * A record that went into the urgent lane.
 *
 * @param text its body in CBOR's diagnostic notation
 */
public record UrgentRecord(Instant at, Kind kind, String text) {}
