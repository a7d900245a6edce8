package org.fieldstation.station;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.deliver.Sight;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.supervise.FaultBook;

/** Everyone a station delivers to, one path each, as its configuration wants it. */
record Deliveries(
    Parts parts,
    Scribe scribe,
    FaultBook faults,
    Journal journal,
    LinkPolicy links,
    Remote remote) {

  /** The courier of each path by the path's name. */
  Map<String, Courier> all() {
    var couriers = new LinkedHashMap<String, Courier>();
    for (var server : parts.settings().centrals()) {
      couriers.put("delivery-" + server.name(), courier(server));
    }
    return couriers;
  }

  private Courier courier(CentralSettings server) {
    var written = parts.time().signal();
    scribe.onWritten(written::ring);
    var gate =
        links.gate(held -> faults.note("delivery-" + server.name(), held.code(), held.why()));
    var outbox =
        new Outbox(
                journal,
                parts.settings().station().name(),
                server.name(),
                written,
                receipt -> parts.observer().confirmed(server.name(), receipt))
            .through(gate)
            .onFallBack(what -> faults.note("delivery-" + server.name(), "server-fell-back", what))
            .showing(Takers.lanes(server), Shelves.coarse(server) ? Sight.coarse() : Sight.ALL);
    return new Courier(outbox, () -> parts.servers().open(server, outbox, journal, links, remote));
  }
}
