package org.fieldstation.station.notes;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.models.Label;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Findings;
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

  /**
   * @param context name of the context record that says which model and software found it
   * @param hop from the start of one window to the start of the next
   */
  public Report(Timeline timeline, Attendance attendance, long boot, byte[] context, Duration hop) {
    this.timeline = timeline;
    this.attendance = attendance;
    this.boot = boot;
    this.context = context.clone();
    this.hop = hop;
  }

  /** The notes for one window's findings, in the order in which they should be written. */
  public Stream<Note> notes(Findings findings) {
    var start = timeline.at(findings.window().startSeconds());
    return Stream.concat(
        findings.detections().stream().map(heard -> note(start, heard)),
        effort(start, findings).map(Note.Attended::new));
  }

  private Note note(Moment start, Detection heard) {
    var lane = heard.label().group() == Label.Group.THREAT ? Lane.URGENT : Lane.DATA;
    return new Note.Fact(
        lane, Kind.DETECTION, Stamp.of(boot, start), Bodies.detection(context, heard));
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
    var effort = findings.gate().isEmpty() ? Effort.CLASSIFIED : Effort.GATED;
    var heard = attendance.account(start.uptime().plus(hop), effort, findings.gate());
    return Stream.of(unheard, heard).flatMap(Optional::stream);
  }
}
