package org.fieldstation.station;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.settings.CentralSettings;

/** Who gets what: which servers take a lane, and which lanes a server takes. */
record Takers(List<CentralSettings> servers) {

  /** The names of the servers that take a lane. */
  Collection<String> of(Lane lane) {
    return servers.stream()
        .filter(server -> lanes(server).contains(lane))
        .map(CentralSettings::name)
        .toList();
  }

  static Set<Lane> lanes(CentralSettings server) {
    var lanes = EnumSet.noneOf(Lane.class);
    Arrays.stream(Lane.values())
        .filter(lane -> server.takes(lane.name().toLowerCase(Locale.ROOT)))
        .forEach(lanes::add);
    return lanes;
  }
}
