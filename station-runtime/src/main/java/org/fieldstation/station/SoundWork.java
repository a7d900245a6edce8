package org.fieldstation.station;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.Classifier;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.notes.Report;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.supervise.Patience;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.wire.Bodies;

/**
 * Runs the path of a sound once: opens what it needs, and whatever ends it, the time until then is
 * accounted for.
 */
final class SoundWork implements Supervisor.Work {
  private final Socket socket;
  private final Station.ModelSource models;
  private final Scribe scribe;
  private final TimeKeeper time;
  private final long boot;
  private final Provenance provenance;
  private final Observer observer;
  private final Attendance attendance;
  private byte[] told = {};

  SoundWork(
      Socket socket,
      Station.ModelSource models,
      Scribe scribe,
      TimeKeeper time,
      long boot,
      Provenance provenance,
      Observer observer) {
    this.socket = socket;
    this.models = models;
    this.scribe = scribe;
    this.time = time;
    this.boot = boot;
    this.provenance = provenance;
    this.observer = observer;
    this.attendance = new Attendance("microphone", Duration.ZERO);
  }

  /** Opening a large model takes a small board half a minute; windows come every few seconds. */
  @Override
  public Patience patience() {
    return Patience.untilSilent(Duration.ofMinutes(2));
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    socket.settle();
    try (var classifier = models.open();
        var microphone = socket.open()) {
      account(Effort.FAULT, "starting");
      observer.listening(microphone.name(), microphone.rate(), classifier.card().id());
      Paths.sound(microphone, ear(classifier, progress), scribe);
      account(Effort.OFF_SCHEDULE, "recording-ended");
    } catch (RuntimeException | LinkageError fault) {
      socket.broke(fault);
      boolean stopped = Thread.currentThread().isInterrupted();
      account(stopped ? Effort.DOWN : Effort.FAULT, stopped ? "stopping" : Faults.code(fault));
      throw fault;
    }
  }

  private Ear ear(Classifier classifier, Runnable progress) {
    var card = classifier.card();
    var context = provenance.context(card);
    tellOnce(context);
    var timeline = new Timeline(time);
    var input = card.input();
    var hop = Duration.ofNanos(input.hopSamples() * 1_000_000_000L / input.rate());
    return new Ear(
        input.rate(),
        input.windowSamples(),
        input.hopSamples(),
        timeline,
        new Judge(classifier, Gates.ORDINARY, provenance.rule()),
        findings -> {
          progress.run();
          observer.heard(timeline.at(findings.window().startSeconds()).utc(), findings);
        },
        new Report(timeline, attendance, boot, Bodies.nameOf(context), hop));
  }

  /** A path that is started again all night says what it works with once. */
  private void tellOnce(byte[] context) {
    if (!Arrays.equals(context, told)) {
      scribe.put(new Note.Fact(Lane.DATA, Kind.CONTEXT, Stamp.of(boot, time.now()), context));
      told = context;
    }
  }

  private void account(Effort effort, String reason) {
    Optional<Note> note =
        attendance.account(time.now().uptime(), effort, reason).map(Note.Attended::new);
    note.ifPresent(scribe::put);
  }
}
