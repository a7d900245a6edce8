package org.fieldstation.station;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.hearing.SelfTest;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Looks after the models while they hear: another pack that is wanted is opened beside the one in
 * use, must answer its known sounds, and is put down for the line that hears; one that failed is
 * opened anew; and once a day each is asked for its known sounds.
 */
final class ModelsWork implements Supervisor.Work {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration FIRST_TEST = Duration.ofSeconds(30);
  private static final Duration TEST_EVERY = Duration.ofDays(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final List<Seat> seats;
  private final ModelSource source;
  private final ModelBook book;
  private final TimeKeeper time;
  private final Map<Seat, Attempt> attempts = new HashMap<>();
  private Duration nextTest;

  /** The last try that came to nothing. */
  private record Attempt(String choice, Duration pause, Duration next) {}

  ModelsWork(List<Seat> seats, ModelSource source, ModelBook book, TimeKeeper time) {
    this.seats = seats;
    this.source = source;
    this.book = book;
    this.time = time;
    this.nextTest = time.now().uptime().plus(FIRST_TEST);
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    while (true) {
      time.sleep(EVERY);
      seats.forEach(this::look);
      test(time.now().uptime());
      progress.run();
    }
  }

  private void test(Duration now) {
    if (now.compareTo(nextTest) >= 0) {
      seats.forEach(Seat::wantTest);
      nextTest = now.plus(TEST_EVERY);
    }
  }

  private void look(Seat seat) {
    var choice = source.choice(seat.settings());
    boolean missing = seat.failed() || seat.model().isEmpty();
    boolean other = seat.model().map(model -> !model.choice().equals(choice)).orElse(true);
    if ((missing || other) && due(seat, choice, missing)) {
      bring(seat, choice, missing);
    }
  }

  /** A pack that was refused is not tried again; without any model it is worth trying on. */
  private boolean due(Seat seat, String choice, boolean missing) {
    var last = attempts.get(seat);
    if (last == null) {
      return missing || !seat.hasRefused(choice);
    }
    return !last.choice().equals(choice)
        || (missing && time.now().uptime().compareTo(last.next()) >= 0);
  }

  private void bring(Seat seat, String choice, boolean missing) {
    try {
      var fresh = source.open(seat.settings());
      var test = SelfTest.of(fresh.classifier(), fresh.answers());
      boolean wanted = fresh.choice().equals(choice);
      if (test.passed() && (wanted || (missing && !Seat.taken(fresh, seats)))) {
        attempts.remove(seat);
        seat.offer(fresh);
      } else {
        fresh.close();
      }
      if (!wanted) {
        refused(seat, choice, String.join("; ", fresh.refused()));
      } else if (!test.passed()) {
        refused(seat, choice, fresh.card().id() + ": " + test.words());
      }
    } catch (ModelException e) {
      refused(seat, choice, String.valueOf(e.getMessage()));
    }
  }

  private void refused(Seat seat, String choice, String why) {
    var last = attempts.get(seat);
    var pause = last != null && last.choice().equals(choice) ? longer(last.pause()) : EVERY;
    attempts.put(seat, new Attempt(choice, pause, time.now().uptime().plus(pause)));
    if (pause.equals(EVERY)) {
      var kept = seat.model().map(Model::card).map(card -> card.id() + " " + card.version());
      book.refused(seat.name(), why + kept.map(name -> "; kept " + name).orElse(""));
    }
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
