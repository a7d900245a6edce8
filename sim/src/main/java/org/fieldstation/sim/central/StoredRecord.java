package org.fieldstation.sim.central;

import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Lane;

/** A record as the server has it. */
public record StoredRecord(String epoch, Lane lane, Entry entry) {}
