package org.fieldstation.sim.central;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.leshan.core.endpoint.Protocol;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.LeshanServerBuilder;
import org.eclipse.leshan.server.model.VersionedModelProvider;
import org.eclipse.leshan.server.registration.RegistrationStore;
import org.eclipse.leshan.servers.security.InMemorySecurityStore;
import org.eclipse.leshan.servers.security.NonUniqueSecurityInfoException;
import org.eclipse.leshan.servers.security.SecurityInfo;
import org.eclipse.leshan.transport.californium.server.endpoint.CaliforniumServerEndpointsProvider;
import org.eclipse.leshan.transport.californium.server.endpoint.coaps.CoapsServerProtocolProvider;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;

/**
 * The side of a central server that stations see: registers them by LwM2M over DTLS, hands on what
 * they send, and writes receipts into their Outbox objects. It stores nothing itself.
 */
public final class Front implements AutoCloseable {
  private static final int BLOCK = 1024;

  /** Bytes; enough for a fleet whose requests under way are thousands at most. */
  private static final int TOKEN = 4;

  private static final int LARGEST_PARCEL = 256 << 10;

  private final LeshanServer server;
  private final Intake intake;

  private Front(LeshanServer server, Intake intake) {
    this.server = server;
    this.intake = intake;
  }

  /**
   * Opens the counter.
   *
   * @param address to bind; port 0 takes a free one
   * @param registrations where it remembers who is registered; empty: in its own memory
   * @param intake where what is handed in goes, given the way back for receipts
   */
  public static Front open(
      InetSocketAddress address,
      List<Account> accounts,
      Optional<RegistrationStore> registrations,
      Function<Receipts, Intake> intake) {
    return open(address, accounts, registrations, intake, Habits.GOOD);
  }

  /** The same, with habits of its own. */
  static Front open(
      InetSocketAddress address,
      List<Account> accounts,
      Optional<RegistrationStore> registrations,
      Function<Receipts, Intake> intake,
      Habits habits) {
    var transport =
        new CaliforniumServerEndpointsProvider.Builder(new CoapsServerProtocolProvider());
    transport.setConfiguration(Front::configure);
    transport.addEndpoint(address, Protocol.COAPS);
    var models = new ArrayList<>(ObjectLoader.loadAllDefault());
    models.addAll(OutboxIds.models());
    var builder = new LeshanServerBuilder();
    var taker = new AtomicReference<Intake>();
    builder.setEndpointsProviders(
        habits.answersWithReceipts()
            ? new Doors(transport.build(), () -> Objects.requireNonNull(taker.get()))
            : transport.build());
    builder.setSecurityStore(keys(accounts));
    builder.setObjectModelProvider(new VersionedModelProvider(models));
    builder.setUpdateRegistrationOnSend(habits.followsSends());
    registrations.ifPresent(builder::setRegistrationStore);
    var server = builder.build();
    var receipts = habits.receipts().apply(new LeshanReceipts(server));
    var front = new Front(server, intake.apply(receipts));
    taker.set(front.intake);
    if (!habits.answersWithReceipts()) {
      server.getSendService().addListener(new Counter(front.intake));
    }
    server.start();
    return front;
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

  /** The stations that are registered now. */
  public List<String> registered() {
    var names = new ArrayList<String>();
    server
        .getRegistrationService()
        .getAllRegistrations()
        .forEachRemaining(registration -> names.add(registration.getEndpoint()));
    return names;
  }

  /** Stops at once and tells nobody, as a power cut would. */
  @Override
  public void close() {
    server.destroy();
    intake.close();
  }
}
