package org.fieldstation.station.notes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Rejection;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.wire.Bodies;

/**
 * Makes findings into notes for the journal: what was heard, and that it was listened to at all.
 */
public final class Report {

  /** Less is the sound card's clock against ours; more is sound that nobody heard. */
  private static final Duration JITTER = Duration.ofMillis(250);

  private final Timeline timeline;
  private final Attendance attendance;
  private final long boot;
  private final byte[] context;
  private final Duration hop;
  private final Alerts alerts;
  private final Supplier<List<Reading>> weather;
  private final Seldom seldom = new Seldom(Duration.ofMinutes(10));

  /**
   * @param context name of the context record that says which model and software found it
   * @param hop from the start of one window to the start of the next
   * @param alerts which detections cannot wait
   * @param weather at this moment, for detections to carry
   */
  public Report(
      Timeline timeline,
      Attendance attendance,
      long boot,
      byte[] context,
      Duration hop,
      Alerts alerts,
      Supplier<List<Reading>> weather) {
    this.timeline = timeline;
    this.attendance = attendance;
    this.boot = boot;
    this.context = context.clone();
    this.hop = hop;
    this.alerts = alerts;
    this.weather = weather;
  }

  /** The notes for one window's findings, in the order in which they should be written. */
  public Stream<Note> notes(Findings findings) {
    var start = timeline.at(findings.window().startSeconds());
    return Stream.of(
            findings.detections().stream().map(heard -> told(start, heard, findings)),
            findings.rejected().stream().map(doubted -> rejected(start, doubted)),
            embedding(start, findings).stream(),
            effort(start, findings).<Note>map(Note.Attended::new))
        .flatMap(notes -> notes);
  }

  private Note told(Moment start, Detection heard, Findings findings) {
    var body = Bodies.detection(context, heard, findings.human(), weather.get());
    return new Note.Fact(
        alerts.lane(heard, start.uptime()), Kind.DETECTION, Stamp.of(boot, start), body);
  }

  /** That of the window's best sound, or else of one that was doubted: once in ten minutes each. */
  private Optional<Note> embedding(Moment start, Findings findings) {
    return findings.embedding().isNone()
        ? Optional.empty()
        : Stream.concat(
                findings.detections().stream(),
                findings.rejected().stream().map(Rejection::candidate))
            .map(candidate -> candidate.label().id())
            .filter(label -> seldom.due(label, start.uptime()))
            .findFirst()
            .map(label ->
                new Note.Fact(
                    Lane.MEDIA,
                    Kind.EMBEDDING,
                    Stamp.of(boot, start),
                    Bodies.embedding(context, label, findings.embedding())));
  }

  private Note rejected(Moment start, Rejection doubted) {
    var body = Bodies.rejection(context, doubted, weather.get());
    return new Note.Fact(Lane.DATA, Kind.REJECTION, Stamp.of(boot, start), body);
  }

  /**
   * Windows overlap, so each accounts for its hop only; what lies between two of them was not
   * heard.
   */
  private Stream<Span> effort(Moment start, Findings findings) {
    Optional<Span> unheard =
        start.uptime().minus(attendance.until()).compareTo(JITTER) > 0
            ? attendance.account(start.uptime(), Effort.FAULT, "sound-lost")
            : Optional.empty();
    var heard =
        attendance.account(start.uptime().plus(hop), effort(findings.gate()), findings.gate());
    return Stream.of(unheard, heard).flatMap(Optional::stream);
  }

  private static Effort effort(String gate) {
    return switch (gate) {
      case "" -> Effort.CLASSIFIED;
      case "no-model", "model-failed" -> Effort.LISTENED;
      default -> Effort.GATED;
    };
  }
}
