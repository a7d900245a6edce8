package org.fieldstation.station;

import java.util.function.Supplier;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.supervise.Supervisor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the path of delivery to one server. The connection outlives a fault of the path; and one
 * that cannot even be made, because its key file is gone, is a fault of this path and of no other.
 */
final class Courier implements Supervisor.Work, AutoCloseable {
  private final Outbox outbox;
  private final Supplier<Central> connect;
  private @Nullable Central central;

  Courier(Outbox outbox, Supplier<Central> connect) {
    this.outbox = outbox;
    this.connect = connect;
  }

  @Override
  public void run(Runnable progress) {
    if (central == null) {
      central = connect.get();
    }
    Paths.delivery(outbox.onReceipt(progress), central);
  }

  /** Ends the connection; call it when the path has ended. */
  @Override
  public void close() {
    if (central != null) {
      central.close();
    }
  }
}
