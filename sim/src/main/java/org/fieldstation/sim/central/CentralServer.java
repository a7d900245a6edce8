package org.fieldstation.sim.central;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.leshan.server.LeshanServer;

/**
 * A central server on one machine: takes parcels by LwM2M Send over DTLS, stores them, and then
 * writes the receipt into the station's Outbox object.
 */
public final class CentralServer implements AutoCloseable {
  private final CentralStore store;
  private final Front front;

  private CentralServer(CentralStore store, Front front) {
    this.store = store;
    this.front = front;
  }

  /**
   * Opens the store and serves.
   *
   * @param address to bind; port 0 takes a free one
   */
  public static CentralServer start(InetSocketAddress address, Path file, List<Account> accounts) {
    return start(address, file, accounts, Habits.GOOD);
  }

  /** The same, with habits of its own. */
  static CentralServer start(
      InetSocketAddress address, Path file, List<Account> accounts, Habits habits) {
    var store = CentralStore.open(file);
    var front =
        Front.open(
            address, accounts, Optional.empty(), receipts -> new Clerk(store, receipts), habits);
    return new CentralServer(store, front);
  }

  /** The port it listens on. */
  public int port() {
    return front.port();
  }

  /** Leshan's server, for what an operator's console would do. */
  LeshanServer leshan() {
    return front.leshan();
  }

  /** Where releases are chosen for stations. */
  public FirmwareDesk firmware() {
    return new FirmwareDesk(front.leshan());
  }

  /** What it has stored so far. */
  public CentralReport report() {
    return new CentralReport(store.file());
  }

  /** Stops at once and tells nobody, as a power cut would. */
  @Override
  public void close() {
    front.close();
    store.close();
  }
}
