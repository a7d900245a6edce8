package org.fieldstation.sim.central;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.leshan.core.endpoint.Protocol;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.LeshanServerBuilder;
import org.eclipse.leshan.server.model.VersionedModelProvider;
import org.eclipse.leshan.servers.security.InMemorySecurityStore;
import org.eclipse.leshan.servers.security.NonUniqueSecurityInfoException;
import org.eclipse.leshan.servers.security.SecurityInfo;
import org.eclipse.leshan.transport.californium.server.endpoint.CaliforniumServerEndpointsProvider;
import org.eclipse.leshan.transport.californium.server.endpoint.coaps.CoapsServerProtocolProvider;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;

/**
 * A central server: takes parcels by LwM2M Send over DTLS, stores them, and then writes the receipt
 * into the station's Outbox object.
 */
public final class CentralServer implements AutoCloseable {
  private static final int BLOCK = 1024;

  /** Bytes; enough for a fleet whose requests under way are thousands at most. */
  private static final int TOKEN = 4;

  private static final int LARGEST_PARCEL = 256 << 10;

  private final CentralStore store;
  private final LeshanServer server;
  private final Clerk clerk;

  private CentralServer(CentralStore store, LeshanServer server, Habits habits) {
    this.store = store;
    this.server = server;
    clerk = new Clerk(store, habits.receipts().apply(new LeshanReceipts(server)));
    server.getSendService().addListener(new Counter(clerk));
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
    var central = new CentralServer(store, leshan(address, accounts, habits), habits);
    central.server.start();
    return central;
  }

  private static LeshanServer leshan(
      InetSocketAddress address, List<Account> accounts, Habits habits) {
    var transport =
        new CaliforniumServerEndpointsProvider.Builder(new CoapsServerProtocolProvider());
    transport.setConfiguration(CentralServer::configure);
    transport.addEndpoint(address, Protocol.COAPS);
    var models = new ArrayList<>(ObjectLoader.loadAllDefault());
    models.addAll(OutboxIds.models());
    var builder = new LeshanServerBuilder();
    builder.setEndpointsProviders(transport.build());
    builder.setSecurityStore(keys(accounts));
    builder.setObjectModelProvider(new VersionedModelProvider(models));
    builder.setUpdateRegistrationOnSend(habits.followsSends());
    return builder.build();
  }

  private static void configure(Configuration configuration) {
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_PARCEL);
    configuration.set(CoapConfig.TOKEN_SIZE_LIMIT, TOKEN);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK);
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
  }

  private static InMemorySecurityStore keys(List<Account> accounts) {
    var keys = new InMemorySecurityStore();
    for (var account : accounts) {
      try {
        keys.add(
            SecurityInfo.newPreSharedKeyInfo(
                account.station(), account.identity(), account.key().bytes()));
      } catch (NonUniqueSecurityInfoException e) {
        throw new IllegalArgumentException(
            "two accounts with the identity " + account.identity(), e);
      }
    }
    return keys;
  }

  /** The port it listens on. */
  public int port() {
    return server.getEndpoint(Protocol.COAPS).getURI().getPort();
  }

  /** Leshan's server, for what an operator's console would do. */
  LeshanServer leshan() {
    return server;
  }

  /** Where releases are chosen for stations. */
  public FirmwareDesk firmware() {
    return new FirmwareDesk(server);
  }

  /** What it has stored so far. */
  public CentralReport report() {
    return new CentralReport(store.file());
  }

  /** Stops at once and tells nobody, as a power cut would. */
  @Override
  public void close() {
    server.destroy();
    clerk.close();
    store.close();
  }
}
