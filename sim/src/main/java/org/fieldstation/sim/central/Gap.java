package org.fieldstation.sim.central;

import org.fieldstation.station.journal.Lane;

/** Records a station has written and the server does not have. */
public sealed interface Gap {
  String epoch();

  Lane lane();

  Range range();

  /** Never arrived, nobody says why. Later ones did, so they exist or existed. */
  record Missing(String epoch, Lane lane, Range range) implements Gap {}

  /** Given up by the station, for a reason. */
  record GivenUp(String epoch, Lane lane, Range range, String reason) implements Gap {}
}
