package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.News;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the news from the paths that make it, who must not wait, and tells the session on a line of
 * its own. The same news twice is told once.
 */
final class NewsRoom {
  private static final Logger log = LoggerFactory.getLogger(NewsRoom.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Supplier<@Nullable Session> session;
  private final Signal bell;
  private final Set<News> waiting = new LinkedHashSet<>();
  private final Bulletin.Subscription subscription;
  private volatile boolean closed;

  NewsRoom(Bulletin bulletin, TimeKeeper time, Supplier<@Nullable Session> session) {
    this.session = session;
    bell = time.signal();
    subscription = bulletin.tell(this::take);
  }

  private void take(News news) {
    boolean fresh;
    synchronized (waiting) {
      fresh = waiting.add(news);
    }
    if (fresh) {
      bell.ring();
    }
  }

  /** Tells, until it is closed: an interrupt while Leshan works may not reach us. */
  void run() throws InterruptedException {
    while (!closed) {
      bell.await(LONGEST_WAIT);
      tell(all());
    }
  }

  private List<News> all() {
    synchronized (waiting) {
      var some = new ArrayList<>(waiting);
      waiting.clear();
      return some;
    }
  }

  private void tell(List<News> some) {
    var now = session.get();
    if (now == null || !(now.state() instanceof Session.State.Registered)) {
      some.stream().filter(News.Appeared.class::isInstance).forEach(this::keep);
      return; // who observes reads again after a registration
    }
    for (var news : some) {
      try {
        now.read(news);
      } catch (RuntimeException e) { // the client is being taken down
        log.debug("{} was not told", news, e);
      }
    }
  }

  private void keep(News appeared) {
    synchronized (waiting) {
      waiting.add(appeared);
    }
  }

  /** There is a registration: what could not be told before may be told now. */
  void nudge() {
    bell.ring();
  }

  void close() {
    closed = true;
    subscription.close();
    bell.ring();
  }
}
