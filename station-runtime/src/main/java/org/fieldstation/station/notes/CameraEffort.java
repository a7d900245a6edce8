package org.fieldstation.station.notes;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.look.Look;

/**
 * What the camera did with its time: each look accounts for the time since the last, unless that is
 * longer than a few frames take, which is time in which nothing was seen.
 */
public final class CameraEffort {
  private static final int FRAMES_LATE = 4;

  private final Attendance attendance;
  private final Effort looking;
  private final Duration period;
  private final boolean armedInTheDark;

  /**
   * @param looking what it is when something can be seen
   * @param period from one frame to the next
   * @param armedInTheDark whether something else than the picture would light a lamp and begin an
   *     event, so that a dark picture is no reason to say that nobody looked
   */
  public CameraEffort(
      Attendance attendance, Effort looking, Duration period, boolean armedInTheDark) {
    this.attendance = attendance;
    this.looking = looking;
    this.period = period;
    this.armedInTheDark = armedInTheDark;
  }

  /** The time that a look, which comes after the last one, accounts for. */
  public Stream<Span> of(Look look) {
    var taken = look.frame().taken().uptime();
    boolean late = taken.minus(attendance.until()).compareTo(period.multipliedBy(FRAMES_LATE)) > 0;
    Optional<Span> unseen =
        late
            ? attendance.account(taken.minus(period), Effort.FAULT, "frames-lost")
            : Optional.empty();
    var gate = armedInTheDark && look.gate().equals(Look.DARK) ? "" : look.gate();
    var effort = gate.isEmpty() ? looking : Effort.GATED;
    return Stream.of(unseen, attendance.account(taken, effort, gate)).flatMap(Optional::stream);
  }
}
