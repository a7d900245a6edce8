package org.fieldstation.station.deliver.lwm2m.objects;

import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.now.Bulletin;

/**
 * What the objects for one server are made from.
 *
 * @param station the station's name
 * @param software this release
 * @param configuration the hash of the configuration
 * @param coarse whether the server may not know which species live here
 */
public record Premises(
    String station,
    String software,
    String configuration,
    Journal journal,
    StationClock clock,
    Bulletin bulletin,
    LinkPolicy links,
    boolean coarse) {}
