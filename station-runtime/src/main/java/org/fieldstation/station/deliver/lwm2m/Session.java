package org.fieldstation.station.deliver.lwm2m;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.leshan.client.resource.ObjectEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.now.News;
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

    /** Registered, with the socket closed. */
    record Asleep(LwM2mServer server) implements State {}

    /** The socket is open again; the server has not heard of it yet. */
    record Waking(LwM2mServer server) implements State {}

    /** The last three states are for ever. This one is a failure. */
    record Over(CentralException cause) implements State {}

    /** The server wants to be left alone for a while. */
    record Disabled() implements State {}

    /** The server wants us to ask for another account. */
    record Bootstrap() implements State {}

    default boolean ended() {
      return this instanceof Over || this instanceof Disabled || this instanceof Bootstrap;
    }
  }

  private final AtomicReference<State> state = new AtomicReference<>(new State.Registering());
  private final AtomicReference<@Nullable Throwable> transportFailure = new AtomicReference<>();
  private final ParcelSender sender = new ParcelSender();
  private final Lwm2mSettings settings;
  private final ServerInstance server;
  private final ObjectShelf shelf;
  private final ClientAssembly.Assembled parts;
  private final Runnable changed;

  /**
   * @param another whether there is a bootstrap server to ask for another account
   * @param changed called by any thread when the state has changed
   */
  Session(
      Lwm2mSettings settings,
      ServerTerms terms,
      Collection<OutboxLane> lanes,
      ObjectShelf shelf,
      boolean another,
      Runnable changed) {
    this.settings = settings;
    this.shelf = shelf;
    this.changed = changed;
    server = new ServerInstance(ClientAssembly.SHORT_SERVER_ID, terms, wishes(another));
    parts = ClientAssembly.assemble(settings, server, lanes, shelf, sender, transportFailure::set);
    parts.client().addObserver(new Watch(this));
  }

  private ServerInstance.Wishes wishes(boolean another) {
    return new ServerInstance.Wishes() {
      @Override
      public void disable() {
        end(new State.Disabled());
      }

      @Override
      public boolean bootstrap() {
        if (another) {
          end(new State.Bootstrap());
        }
        return another;
      }
    };
  }

  /** Begins to register; {@code changed} is called when that has worked or failed. */
  void start() {
    parts.client().start();
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
    sender.send(to, lane, parcel, settings.patience().answer(), judging(ended));
  }

  /** Sends values with their times in place of a parcel. */
  void send(
      LwM2mServer to, TimestampedLwM2mNodes values, Consumer<@Nullable CentralException> ended) {
    sender.send(to, values, settings.patience().answer(), judging(ended));
  }

  private Consumer<@Nullable CentralException> judging(Consumer<@Nullable CentralException> ended) {
    return failure -> {
      // A refusal may be all that a server says to a client whose registration it forgot.
      if (failure != null && failure.code() != Code.TOO_LARGE) {
        over(failure);
      }
      ended.accept(failure);
    };
  }

  /** The way for what is not a parcel. */
  ParcelSender sender() {
    return sender;
  }

  /**
   * Renews the registration. After a NAT has forgotten its binding, our packets and the answers to
   * them still pass, thanks to the connection id (RFC 9146), but what the server sends of its own
   * goes to the address of the last registration: receipts would be lost until the next renewal.
   */
  void renew() {
    parts.client().triggerRegistrationUpdate();
  }

  /** Closes the socket; the keys and the registration stay. */
  void sleep() {
    if (state.get() instanceof State.Registered(var by)
        && state.compareAndSet(state.get(), new State.Asleep(by))) {
      parts.endpoints().stop();
    }
  }

  /** Opens the socket and tells the server: a Send alone would not make it write receipts. */
  void wake() {
    if (state.get() instanceof State.Asleep(var by)) {
      state.set(new State.Waking(by));
      parts.endpoints().start();
      renew();
    }
  }

  void registered(LwM2mServer by) {
    state.updateAndGet(now -> now.ended() ? now : new State.Registered(by));
    changed.run();
  }

  /** Tells observers, and shows what was not there when the client was put together. */
  void read(News news) {
    var tree = parts.client().getObjectTree();
    if (news instanceof News.Appeared || news instanceof News.Condition) {
      shelf.objects().forEach(object -> ClientAssembly.place(parts.objects(), object, tree));
    }
    for (var object : tree.getObjectEnablers().values()) {
      if (object instanceof ObjectEnabler one) {
        one.getAvailableInstanceIds().stream()
            .map(one::getInstance)
            .filter(Newsreader.class::isInstance)
            .forEach(reader -> ((Newsreader) reader).read(news));
      }
    }
  }

  /** Nothing came back; the transport may know why. */
  void silent(String what) {
    over(Failures.silence(what, transportFailure.get()));
  }

  /** The session has failed. The first cause counts. */
  void over(CentralException cause) {
    end(new State.Over(cause));
  }

  private void end(State how) {
    var before = state.getAndUpdate(now -> now.ended() ? now : how);
    if (!before.ended()) {
      changed.run();
    }
  }

  @Override
  public void close() {
    parts.client().destroy(state.get() instanceof State.Disabled);
  }
}
