package org.fieldstation.station;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.supervise.Patience;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Runs the path of a sound once: opens what it needs, and whatever ends it, the time until then is
 * accounted for. Without a model it listens all the same.
 */
final class SoundWork implements Supervisor.Work {
  private final Socket socket;
  private final ModelSource models;
  private final List<Seat> seats;
  private final EarMaker maker;
  private final Measuring.Source measures;
  private final Scribe scribe;
  private final TimeKeeper time;
  private final Observer observer;

  SoundWork(
      Socket socket,
      Parts parts,
      List<Seat> seats,
      EarMaker maker,
      Measuring.Source measures,
      Scribe scribe) {
    this.socket = socket;
    this.models = parts.models();
    this.seats = seats;
    this.maker = maker;
    this.measures = measures;
    this.scribe = scribe;
    this.time = parts.time();
    this.observer = parts.observer();
  }

  /** Opening a large model takes a small board half a minute; windows come every few seconds. */
  @Override
  public Patience patience() {
    return Patience.untilSilent(Duration.ofMinutes(2));
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    socket.settle();
    for (var seat : seats) {
      if (seat.model().isEmpty()) {
        fill(seat);
        progress.run();
      }
    }
    maker.begin(progress);
    maker.lintOnce(seats);
    var timeline = new Timeline(time);
    var ears = new Ears(seats, maker, timeline);
    try (var microphone = socket.open();
        var measuring = measures.open(timeline)) {
      account(ears, Effort.FAULT, "starting");
      observer.listening(microphone.name(), microphone.rate(), names());
      Paths.sound(microphone, ears, measuring, scribe);
      account(ears, Effort.OFF_SCHEDULE, "recording-ended");
      seats.forEach(Seat::empty);
    } catch (RuntimeException | LinkageError fault) {
      socket.broke(fault);
      boolean stopped = Thread.currentThread().isInterrupted();
      account(
          ears, stopped ? Effort.DOWN : Effort.FAULT, stopped ? "stopping" : Faults.code(fault));
      if (stopped) {
        seats.forEach(Seat::empty);
      }
      throw fault;
    }
  }

  private void fill(Seat seat) {
    try {
      var model = models.open(seat.settings());
      model.refused().forEach(why -> maker.book().refused(seat.name(), why));
      if (!model.refused().isEmpty()) {
        seat.refuse(models.choice(seat.settings()));
        if (Seat.taken(model, seats)) { // a stand-in that hears already
          model.close();
          return;
        }
      }
      seat.begin(model);
      maker.book().put("in-use", seat.name(), model.card(), model.choice());
    } catch (ModelException e) {
      maker.failed(e); // it listens without, and who looks after the models tries on
    }
  }

  private String names() {
    return seats.stream()
        .map(seat -> seat.model().map(model -> model.card().id()).orElse("no model"))
        .collect(Collectors.joining(", "));
  }

  private void account(Ears ears, Effort effort, String reason) {
    ears.account(time.now().uptime(), effort, reason);
  }
}
