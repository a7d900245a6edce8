package org.fieldstation.station.deliver;

import java.util.Optional;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/**
 * The journal for a server that helps itself. Asked by the transport's threads, one short read or
 * write of the journal at a time.
 */
public interface Pull {

  /** For a station whose servers only get what it sends. */
  Pull NOTHING =
      new Pull() {
        @Override
        public Optional<Parcel> next(Lane lane) {
          return Optional.empty();
        }

        @Override
        public void receive(Receipt receipt) {}
      };

  /** What follows this server's receipt in a lane, of bounded size; empty when it has all. */
  Optional<Parcel> next(Lane lane);

  /** Keeps the server's word; when this returns the journal has it. */
  void receive(Receipt receipt);
}
