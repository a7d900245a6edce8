package org.fieldstation.station;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherer;
import java.util.stream.IntStream;
import org.fieldstation.drivers.Sound;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.hearing.Sacrifice;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.hearing.SelfTest;
import org.fieldstation.station.hearing.Together;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.listen.Window;

/**
 * All the ears beside one microphone: one for each model, changed between two windows when another
 * model is put down, and sent to rest, the least important first, when they cannot keep up.
 */
final class Ears {
  private final List<Seat> seats;
  private final EarMaker maker;
  private final Timeline timeline;
  private final Sacrifice sacrifice;
  private int resting;
  private double heardSeconds;

  /**
   * @param seats in the order of their importance
   * @param maker makes an ear for a model, or for none
   */
  Ears(List<Seat> seats, EarMaker maker, Timeline timeline) {
    this.seats = seats;
    this.maker = maker;
    this.timeline = timeline;
    this.sacrifice = new Sacrifice(seats.size());
  }

  /** Notes that a sound has come, and how late it is worked on. */
  void heard(Sound sound) {
    timeline.heard(sound);
    heardSeconds = (double) sound.position() / sound.rate();
    double uptime = timeline.at(heardSeconds).uptime().toNanos() / 1e9;
    int now = sacrifice.resting(timeline.late(), uptime);
    while (resting < now) {
      rest(seats.size() - 1 - resting++, true);
    }
    while (resting > now) {
      rest(seats.size() - 1 - --resting, false);
    }
  }

  private void rest(int index, boolean now) {
    var seat = seats.get(index);
    maker.board().rests(seat.name(), now);
    maker
        .book()
        .put(
            now ? "rests" : "is-back",
            seat.name(),
            seat.model().map(Model::card),
            now ? "overload: the machine cannot keep up with all models" : "the load is gone");
  }

  /** Each sound through each ear. */
  Gatherer<Sound, ?, Note> all(Function<Ear, Gatherer<Sound, ?, Note>> hearing) {
    return Together.of(
        IntStream.range(0, seats.size()).mapToObj(index -> new OneOf(index, hearing)).toList());
  }

  /** The ear of one seat, which may become another. */
  private final class OneOf implements Together.Way<Sound, Note> {
    private final int index;
    private final Seat seat;
    private final Function<Ear, Gatherer<Sound, ?, Note>> hearing;
    private Ear ear;

    OneOf(int index, Function<Ear, Gatherer<Sound, ?, Note>> hearing) {
      this.index = index;
      this.seat = seats.get(index);
      this.hearing = hearing;
      this.ear = make();
    }

    @Override
    public Object now() {
      var fresh = seat.change();
      if (fresh.isPresent()) {
        var now = timeline.at(heardSeconds).uptime();
        maker.account(index, now, Effort.LISTENED, "model-swap");
        begins(fresh.get());
        ear = make();
      }
      return ear;
    }

    @Override
    public Gatherer<Sound, ?, Note> step() {
      return hearing.apply(ear);
    }

    private void begins(Model model) {
      maker.book().put("in-use", seat.name(), model.card(), model.choice());
    }

    private Ear make() {
      return seat.model()
          .map(model -> maker.ear(index, seat, model, timeline, this::judge))
          .orElseGet(() -> maker.deaf(index, timeline));
    }

    private Findings judge(Judge judge, Window window) {
      if (index >= seats.size() - resting) {
        return new Findings(window, List.of(), "overload");
      }
      if (seat.failed()) {
        return new Findings(window, List.of(), "model-failed");
      }
      try {
        if (seat.testWanted()) {
          seat.model().ifPresent(this::test);
        }
        return judge.judge(window);
      } catch (ModelException e) {
        seat.fail();
        maker.board().rests(seat.name(), true);
        maker.failed(e);
        return new Findings(window, List.of(), "model-failed");
      }
    }

    private void test(Model model) {
      var test = SelfTest.of(model.classifier(), model.answers());
      maker.book().tested(seat.name(), model.card(), test);
    }
  }

  /** Enters the time until now for every model: what ended the path ended them all. */
  void account(Duration now, Effort effort, String reason) {
    for (int index = 0; index < seats.size(); index++) {
      maker.account(index, now, effort, reason);
    }
  }
}
