package org.fieldstation.sim.central;

import org.fieldstation.station.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one line of work that writes: opens a parcel, stores it, and only then sends the receipt.
 * Nothing a station sends can stop it.
 */
final class Clerk implements Intake {
  private static final Logger log = LoggerFactory.getLogger(Clerk.class);

  private final CentralStore store;
  private final Receipts receipts;
  private final Desk desk = new Desk("clerk");

  Clerk(CentralStore store, Receipts receipts) {
    this.store = store;
    this.receipts = receipts;
  }

  @Override
  public void take(String station, byte[] parcel) {
    take(station, parcel, Reply.GONE);
  }

  @Override
  public void take(String station, byte[] parcel, Reply reply) {
    if (!desk.put(station, () -> file(station, parcel, reply))) {
      reply.without();
    }
  }

  private void file(String station, byte[] bytes, Reply reply) {
    try {
      var receipt = store.add(Labels.open(station, bytes));
      if (!reply.with(receipt)) {
        receipts.send(station, receipt);
      }
      return;
    } catch (WireException e) {
      log.info("a parcel of {} was thrown away: {}", station, Labels.printable(e));
    } catch (RuntimeException e) {
      log.warn("a parcel of {} was not stored", station, e);
    }
    reply.without();
  }

  @Override
  public void close() {
    desk.close();
  }
}
