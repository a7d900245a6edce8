package org.fieldstation.station;

import java.nio.file.Path;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.Launched;
import org.fieldstation.station.update.Sources;

/**
 * What a station needs to be updated.
 *
 * @param root folder of the slots
 * @param desk where orders are taken
 * @param coap opens repositories behind CoAP
 */
public record Updates(Launched launched, Path root, Desk desk, Sources.Opener coap) {}
