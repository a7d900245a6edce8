package org.fieldstation.sim.central;

import java.time.Duration;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.fieldstation.station.journal.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts written into the station's Outbox object. */
final class LeshanReceipts implements Receipts {
  private static final Logger log = LoggerFactory.getLogger(LeshanReceipts.class);
  private static final Duration AT_MOST = Duration.ofMinutes(2);

  private final LeshanServer server;

  LeshanReceipts(LeshanServer server) {
    this.server = server;
  }

  @Override
  public void send(String station, Receipt receipt) {
    // The registration of now, not of the parcel: the station may have come back from elsewhere.
    var registration = server.getRegistrationService().getByEndpoint(station);
    if (registration == null) {
      return;
    }
    try {
      write(registration, receipt);
    } catch (RuntimeException e) { // the address is gone, or the server is being closed
      log.info("a receipt for {} could not be sent: {}", station, e.getMessage());
    }
  }

  private void write(Registration registration, Receipt receipt) {
    var station = registration.getEndpoint();
    server.send(
        registration,
        new WriteRequest(
            OutboxIds.OBJECT,
            receipt.lane().code(),
            OutboxIds.RECEIPT,
            receipt.epoch() + ":" + receipt.upTo()),
        AT_MOST.toMillis(),
        answer -> {
          if (!answer.isSuccess()) {
            log.warn("{} refused a receipt: {}", station, answer.getErrorMessage());
          }
        },
        failure ->
            log.info("a receipt for {} was not confirmed: {}", station, failure.getMessage()));
  }
}
