package org.fieldstation.station.deliver.lwm2m;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.lwm2m.Session.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the station registered with one server, for ever: one session after another. */
final class Keeper {
  private static final Logger log = LoggerFactory.getLogger(Keeper.class);

  private final Lwm2mSettings settings;
  private final Collection<OutboxLane> lanes;
  private final ObjectShelf shelf;
  private final TimeKeeper time;
  private final Backoff backoff;
  private final Signal changed;
  private final Runnable news;
  private volatile @Nullable Session session;
  private volatile CentralException lastFailure =
      new CentralException(Code.UNREACHABLE, "no answer so far");

  /**
   * @param news called by any thread when there is or was a registration
   */
  Keeper(
      Lwm2mSettings settings,
      Collection<OutboxLane> lanes,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random,
      Runnable news) {
    this.settings = settings;
    this.lanes = lanes;
    this.shelf = shelf;
    this.time = time;
    this.news = news;
    var patience = settings.patience();
    backoff = new Backoff(patience.firstRetry(), patience.longestRetry(), random);
    changed = time.signal();
  }

  /** The session there is now, if any; it may be over already. */
  @Nullable Session session() {
    return session;
  }

  /** Why the latest try or registration ended. */
  CentralException lastFailure() {
    return lastFailure;
  }

  /** Runs until interrupted. */
  void run() throws InterruptedException {
    while (true) {
      try {
        lastFailure = live();
      } catch (RuntimeException e) { // whatever Leshan throws, the next session may do better
        lastFailure = Failures.silence("client", e);
      }
      log.info("{}: {} {}", settings.name(), lastFailure.code(), lastFailure.getMessage());
      news.run();
      time.sleep(backoff.next());
    }
  }

  /** One session from beginning to end. */
  private CentralException live() throws InterruptedException {
    try {
      // Leshan would go on with a name that did not resolve, and never ask again.
      var address = InetAddress.getByName(settings.host());
      log.debug("{} is {}", settings.host(), address.getHostAddress());
    } catch (UnknownHostException e) {
      return new CentralException(Code.UNREACHABLE, "no address for " + settings.host(), e);
    }
    try (var now = new Session(settings, lanes, shelf, this::changed)) {
      session = now;
      now.start();
      return watch(now);
    } finally {
      session = null;
    }
  }

  private CentralException watch(Session now) throws InterruptedException {
    var patience = settings.patience();
    // Twice: Leshan registers again after a timeout, and we want to hear of the first.
    var atMost = patience.answer().multipliedBy(2);
    while (true) {
      switch (now.state()) {
        case State.Over(var cause) -> {
          return cause;
        }
        case State.Registering() -> {
          if (!changed.await(atMost)) {
            now.silent("registration");
          }
        }
        case State.Registered _ -> {
          backoff.reset();
          changed.await(patience.lifetime());
        }
      }
    }
  }

  private void changed() {
    changed.ring();
    news.run();
  }
}
