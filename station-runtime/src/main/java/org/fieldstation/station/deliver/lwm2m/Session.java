package org.fieldstation.station.deliver.lwm2m;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.leshan.client.LeshanClient;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.journal.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The life of one client: it tries to register once, stays registered as long as that works, and is
 * over at the first failure. Another session takes its place: there is no second way of recovery,
 * so none that is never tested. Leshan's own retry resolves the server's name only once and can
 * destroy the client for good.
 */
final class Session implements AutoCloseable {

  /** Where it stands. */
  sealed interface State {
    record Registering() implements State {}

    record Registered(LwM2mServer server) implements State {}

    record Over(CentralException cause) implements State {}
  }

  private final AtomicReference<State> state = new AtomicReference<>(new State.Registering());
  private final AtomicReference<@Nullable Throwable> transportFailure = new AtomicReference<>();
  private final ParcelSender sender = new ParcelSender();
  private final Lwm2mSettings settings;
  private final ServerInstance server;
  private final LeshanClient client;
  private final Runnable changed;

  /**
   * @param changed called by any thread when the state has changed
   */
  Session(
      Lwm2mSettings settings, Collection<OutboxLane> lanes, ObjectShelf shelf, Runnable changed) {
    this.settings = settings;
    this.changed = changed;
    server = ClientAssembly.server(settings);
    client = ClientAssembly.assemble(settings, server, lanes, shelf, sender, transportFailure::set);
    client.addObserver(new Watch(this));
  }

  /** Begins to register; {@code changed} is called when that has worked or failed. */
  void start() {
    client.start();
  }

  State state() {
    return state.get();
  }

  /** Whether the server has asked us not to send. */
  boolean muted() {
    return server.muted();
  }

  /**
   * Sends a parcel.
   *
   * @param ended told once, by any thread: null when the server took it, else why not
   */
  void send(LwM2mServer to, Lane lane, byte[] parcel, Consumer<@Nullable CentralException> ended) {
    sender.send(
        to,
        lane,
        parcel,
        settings.patience().answer(),
        failure -> {
          // A refusal may be all that a server says to a client whose registration it forgot.
          if (failure != null && failure.code() != Code.TOO_LARGE) {
            over(failure);
          }
          ended.accept(failure);
        });
  }

  /**
   * Renews the registration. After a NAT has forgotten its binding, our packets and the answers to
   * them still pass, thanks to the connection id (RFC 9146), but what the server sends of its own
   * goes to the address of the last registration: receipts would be lost until the next renewal.
   */
  void renew() {
    client.triggerRegistrationUpdate();
  }

  void registered(LwM2mServer by) {
    state.updateAndGet(now -> now instanceof State.Over ? now : new State.Registered(by));
    changed.run();
  }

  /** Nothing came back; the transport may know why. */
  void silent(String what) {
    over(Failures.silence(what, transportFailure.get()));
  }

  /** The session has failed. The first cause counts. */
  void over(CentralException cause) {
    var before = state.getAndUpdate(now -> now instanceof State.Over ? now : new State.Over(cause));
    if (!(before instanceof State.Over)) {
      changed.run();
    }
  }

  @Override
  public void close() {
    client.destroy(false);
  }
}
