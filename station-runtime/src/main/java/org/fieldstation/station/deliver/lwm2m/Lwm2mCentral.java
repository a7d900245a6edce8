package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.deliver.lwm2m.Session.State;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A central server that speaks LwM2M.
 *
 * <pre>
 * station                                server
 *    |  Send /26250/lane/3 = parcel  --&gt;   |
 *    |  &lt;--  2.04: it has arrived           |  … stores, commits …
 *    |  &lt;--  Write /26250/lane/2 = receipt  |
 *    |  2.04  --&gt;                           |
 * </pre>
 *
 * Either answer may be lost. Then the parcel is sent again, and the server, which knows each record
 * by its number, says again what it has.
 */
public final class Lwm2mCentral implements Central {

  /** A sensor that says nothing for so long after a start is broken. */
  private static final Duration TO_APPEAR = Duration.ofMinutes(5);

  private final Lwm2mSettings settings;
  private final TimeKeeper time;
  private final Outbox outbox;
  private final Signal news;
  private final Keeper keeper;
  private final Line keeping;
  private final NewsRoom reading;
  private final Line telling;
  private volatile Runnable contact = () -> {};
  private volatile Runnable bell = () -> {};
  private volatile @Nullable ReadingPlaces readings;
  private final long born;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Starts to register and never stops trying. The server gets what it is sent. */
  public Lwm2mCentral(
      Lwm2mSettings settings, Written written, TimeKeeper time, RandomGenerator random) {
    this(settings, written, Pull.NOTHING, ObjectShelf.bare(), time, random);
  }

  /** The same, for a server that may also help itself by Reads of the Outbox object. */
  public Lwm2mCentral(
      Lwm2mSettings settings, Written written, Pull pull, TimeKeeper time, RandomGenerator random) {
    this(settings, written, pull, ObjectShelf.bare(), time, random);
  }

  /** The same, with more objects to show than the Outbox. */
  public Lwm2mCentral(
      Lwm2mSettings settings,
      Written written,
      Pull pull,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random) {
    this(Accounts.of(settings), written, pull, shelf, time, random);
  }

  /** A server whose account a bootstrap server gives out; the settings are those of the latter. */
  public static Lwm2mCentral bootstrapped(
      Lwm2mSettings bootstrap,
      Written written,
      Pull pull,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random) {
    var accounts = new BootstrapAccounts(bootstrap, shelf.kept(), time);
    return new Lwm2mCentral(accounts, written, pull, shelf, time, random);
  }

  private Lwm2mCentral(
      Accounts accounts,
      Written written,
      Pull pull,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random) {
    settings = accounts.now();
    this.time = time;
    born = time.nanos();
    news = time.signal();
    outbox = new Outbox(written, pull, this::wake);
    keeper = new Keeper(accounts, outbox.lanes(), shelf, time, random, this::ring);
    reading = new NewsRoom(shelf.bulletin(), time, keeper::session);
    keeping = time.start("lwm2m-" + settings.name(), keeper::run);
    telling = time.start("lwm2m-news-" + settings.name(), reading::run);
  }

  /** Tells of every answer to a registration or renewal, by any thread. */
  public void onContact(Runnable listener) {
    contact = listener;
    if (registered()) {
      listener.run();
    }
  }

  /**
   * From now on the server gets what sensors measured, as values of standard objects with their
   * times, and nothing else: it knows nothing of parcels. That it writes receipts is not to be
   * expected, so {@link Lwm2mSettings.Counts#ARRIVAL} should count.
   */
  public void onlyReadings(ReadingPlaces places) {
    readings = places;
  }

  private void ring() {
    wake();
    if (registered()) {
      reading.nudge();
      contact.run();
    }
  }

  @Override
  public String name() {
    return settings.name();
  }

  /** Whether the server knows us now, as far as we know. */
  public boolean registered() {
    var session = keeper.session();
    return session != null && session.state() instanceof State.Registered;
  }

  /** Whether the socket is closed until there is something to say (queue mode). */
  public boolean asleep() {
    var session = keeper.session();
    return session != null && session.state() instanceof State.Asleep;
  }

  /** Why it was not registered the last time it was not, for people. */
  public String lastFailure() {
    return String.valueOf(keeper.lastFailure().getMessage());
  }

  @Override
  public Receipt deliver(Parcel parcel) throws InterruptedException {
    try (var handing = begin(parcel, () -> {})) {
      for (var word = handing.word(); ; word = handing.word()) {
        if (word.isPresent()) {
          return word.get();
        }
        news.await(handing.patience());
      }
    }
  }

  @Override
  public Handing begin(Parcel parcel, Runnable bell) throws InterruptedException {
    this.bell = bell;
    var session = registered(settings.patience().answer());
    if (!(session.state() instanceof State.Registered(var server))) {
      throw notRegistered();
    }
    if (session.muted()) {
      throw new CentralException(Code.REFUSED, "the server has muted Send (/1/x/23)");
    }
    keeper.want(); // it must not fall asleep over this
    var places = readings;
    if (places == null) {
      byte[] bytes = Wire.encode(parcel);
      return handover(
          parcel, bytes, session, ended -> session.send(server, parcel.lane(), bytes, ended));
    }
    var unshown = ParcelReadings.unshown(parcel, places);
    if (unshown.isPresent() && time.nanos() - born < TO_APPEAR.toNanos()) {
      throw new CentralException(
          Code.NOT_SHOWN, "the sensor " + unshown.get() + " has not been read since the start");
    }
    var values = ParcelReadings.of(parcel, places);
    return values.isEmpty()
        ? new Over(new Receipt(parcel.epoch(), parcel.lane(), parcel.last()))
        : handover(
            parcel, new byte[0], session, ended -> session.send(server, values.get(), ended));
  }

  private Handover handover(
      Parcel parcel,
      byte[] offered,
      Session session,
      Consumer<Consumer<@Nullable CentralException>> send) {
    var lane = outbox.of(parcel.lane());
    lane.offer(offered);
    var handover = new Handover(parcel, lane, session, settings, time, closed::get, this::wake);
    try {
      send.accept(handover::ended);
      return handover;
    } catch (RuntimeException e) {
      handover.close();
      throw e;
    }
  }

  /** Values of readings may need several blocks, which go one after the other (RFC 7959 §2.5). */
  @Override
  public boolean oneAtATime() {
    return readings != null;
  }

  /** Somebody who waits has something to look at. */
  private void wake() {
    news.ring();
    bell.run();
  }

  /** The session in which the server knows us; waited for, because only waiting can bring it. */
  private Session registered(Duration atMost) throws InterruptedException {
    long deadline = time.nanos() + atMost.toNanos();
    while (!closed.get()) {
      var session = keeper.session();
      if (session != null && session.state() instanceof State.Registered) {
        return session;
      }
      keeper.want();
      long left = deadline - time.nanos();
      if (left <= 0) {
        break;
      }
      news.await(Duration.ofNanos(left));
    }
    throw notRegistered();
  }

  private CentralException notRegistered() {
    var why = keeper.lastFailure();
    return new CentralException(
        why.code(),
        "%s (%s): not registered: %s".formatted(settings.name(), settings.uri(), why.getMessage()),
        why);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      wake();
      telling.stop();
      keeper.stop();
      keeping.stop();
      reading.close();
    }
    try {
      telling.join();
      keeping.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
