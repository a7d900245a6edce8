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

  /**
   * @param looking what it is when something can be seen
   * @param period from one frame to the next
   */
  public CameraEffort(Attendance attendance, Effort looking, Duration period) {
    this.attendance = attendance;
    this.looking = looking;
    this.period = period;
  }

  /** The time that a look, which comes after the last one, accounts for. */
  public Stream<Span> of(Look look) {
    var taken = look.frame().taken().uptime();
    boolean late = taken.minus(attendance.until()).compareTo(period.multipliedBy(FRAMES_LATE)) > 0;
    Optional<Span> unseen =
        late
            ? attendance.account(taken.minus(period), Effort.FAULT, "frames-lost")
            : Optional.empty();
    var effort = look.gate().isEmpty() ? looking : Effort.GATED;
    return Stream.of(unseen, attendance.account(taken, effort, look.gate()))
        .flatMap(Optional::stream);
  }
}
