package org.fieldstation.station;

import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.supervise.FaultBook;

/**
 * Where a path puts what it has to say.
 *
 * @param boot number of this start of the station
 */
record Desk(Scribe scribe, FaultBook faults, TimeKeeper time, long boot, Observer observer) {}
