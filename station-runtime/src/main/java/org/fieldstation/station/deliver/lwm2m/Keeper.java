package org.fieldstation.station.deliver.lwm2m;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
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

  /** Leshan renews EXCHANGE_LIFETIME before the end, and must find the socket open. */
  private static final Duration RENEWAL = Duration.ofSeconds(247 + 300);

  private final Accounts accounts;
  private final ServerTerms terms;
  private final Collection<OutboxLane> lanes;
  private final ObjectShelf shelf;
  private final TimeKeeper time;
  private final RandomGenerator random;
  private final RetryPlan plan;
  private final Signal changed;
  private final Runnable news;
  private volatile @Nullable Session session;
  private volatile boolean wanted;
  private volatile boolean stopped;
  private volatile CentralException lastFailure =
      new CentralException(Code.UNREACHABLE, "no answer so far");

  /**
   * @param news called by any thread when there is or was a registration
   */
  Keeper(
      Accounts accounts,
      Collection<OutboxLane> lanes,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random,
      Runnable news) {
    this.accounts = accounts;
    this.lanes = lanes;
    this.shelf = shelf;
    this.time = time;
    this.random = random;
    this.news = news;
    terms = new ServerTerms(shelf.kept(), accounts.now().patience());
    plan = new RetryPlan(terms, random);
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

  /** There is something to say: a sleeping station wakes. */
  void want() {
    wanted = true;
    changed.ring();
  }

  /**
   * Ends {@link #run} at its next step; who stops it interrupts its thread as well. The interrupt
   * alone is not enough: Leshan and Californium swallow one that meets them while they close.
   */
  void stop() {
    stopped = true;
    changed.ring();
  }

  /** Runs until stopped and interrupted. */
  void run() throws InterruptedException {
    time.sleep(drawn(terms.initialDelay()));
    while (!stopped) {
      State end;
      try {
        end = live();
      } catch (RuntimeException e) { // whatever Leshan throws, the next session may do better
        end = new State.Over(Failures.silence("client", e));
      }
      var pause = pauseAfter(end);
      if (!stopped) {
        time.sleep(pause);
      }
    }
  }

  private Duration pauseAfter(State end) throws InterruptedException {
    tell(
        switch (end) {
          case State.Over(var cause) -> cause;
          case State.Disabled _ -> new CentralException(Code.REFUSED, "the server disabled us");
          default -> new CentralException(Code.UNREACHABLE, "asking for another account");
        });
    if (end instanceof State.Disabled) {
      return terms.disabledFor();
    }
    if (end instanceof State.Bootstrap ? renewed() : exhausted() && changedAccount()) {
      plan.reset();
      return drawn(terms.retryTimer());
    }
    return plan.next();
  }

  private boolean exhausted() {
    return accounts.another() && plan.exhausted();
  }

  private boolean changedAccount() throws InterruptedException {
    return accounts.giveUp() || renewed();
  }

  private boolean renewed() throws InterruptedException {
    try {
      accounts.renew();
      return true;
    } catch (CentralException e) {
      tell(e);
    } catch (RuntimeException e) { // whatever Leshan throws, the next try may do better
      tell(Failures.silence("bootstrap", e));
    }
    return false;
  }

  private void tell(CentralException why) {
    lastFailure = why;
    log.info("{}: {} {}", accounts.now().name(), why.code(), why.getMessage());
    news.run();
  }

  private Duration drawn(Duration bound) {
    return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
  }

  /** One session from beginning to end. */
  private State live() throws InterruptedException {
    if (accounts.missing()) {
      return new State.Bootstrap();
    }
    var settings = accounts.now();
    try {
      // Leshan would go on with a name that did not resolve, and never ask again.
      var address = InetAddress.getByName(settings.host());
      log.debug("{} is {}", settings.host(), address.getHostAddress());
    } catch (UnknownHostException e) {
      return new State.Over(
          new CentralException(Code.UNREACHABLE, "no address for " + settings.host(), e));
    }
    try (var now = new Session(settings, terms, lanes, shelf, accounts.another(), this::changed)) {
      session = now;
      now.start();
      return watch(now, settings);
    } finally {
      session = null;
    }
  }

  private State watch(Session now, Lwm2mSettings settings) throws InterruptedException {
    // Twice: Leshan registers again after a timeout, and we want to hear of the first.
    var atMost = settings.patience().answer().multipliedBy(2);
    while (!stopped) {
      var state = now.state();
      switch (state) {
        case State.Registering _ -> hear(now, "registration", atMost);
        case State.Waking _ -> hear(now, "renewal", atMost);
        case State.Registered _ -> {
          plan.reset();
          accounts.works();
          rest(now, settings);
        }
        case State.Asleep _ -> slumber(now);
        case State.Over _ -> {
          return state;
        }
        case State.Disabled _, State.Bootstrap _ -> {
          time.sleep(settings.patience().retransmission()); // our yes is on its way
          return state;
        }
      }
    }
    return new State.Over(new CentralException(Code.UNREACHABLE, "the station stops"));
  }

  private void hear(Session now, String what, Duration atMost) throws InterruptedException {
    if (!changed.await(atMost)) {
      now.silent(what);
    }
  }

  private void rest(Session now, Lwm2mSettings settings) throws InterruptedException {
    wanted = false;
    if (!settings.sleeps()) {
      changed.await(Duration.ofSeconds(terms.lifetimeSeconds()));
    } else if (!changed.await(settings.patience().awake()) && !wanted) {
      log.debug("{} sleeps", accounts.now().name());
      now.sleep();
    }
  }

  private void slumber(Session now) throws InterruptedException {
    var until = Duration.ofSeconds(terms.lifetimeSeconds()).minus(RENEWAL);
    if (!wanted) {
      changed.await(until);
    }
    now.wake();
  }

  private void changed() {
    changed.ring();
    news.run();
  }
}
