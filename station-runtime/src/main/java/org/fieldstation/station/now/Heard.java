package org.fieldstation.station.now;

import java.time.Instant;
import org.fieldstation.station.identify.Detection;

/** The last thing that was named, and when its window began. */
public record Heard(Instant at, Detection detection) {}
