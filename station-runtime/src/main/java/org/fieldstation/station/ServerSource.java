package org.fieldstation.station;

import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.settings.CentralSettings;

/** Opens a connection to a server, which may also help itself from its outbox. */
@FunctionalInterface
public interface ServerSource {
  Central open(
      CentralSettings server, Outbox outbox, Journal journal, LinkPolicy links, Remote remote);
}
