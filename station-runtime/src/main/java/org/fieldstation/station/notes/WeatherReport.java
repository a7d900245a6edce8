package org.fieldstation.station.notes;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;

/**
 * Makes a sensor's samples into notes for the journal: what was measured, and what could not be and
 * why.
 */
public final class WeatherReport {
  private final String sensor;
  private final StationClock clock;
  private final Attendance attendance;
  private final long boot;
  private final Faulty faulty;

  /** Is told of a value that is missing. */
  @FunctionalInterface
  public interface Faulty {
    void note(String code, String message);
  }

  public WeatherReport(
      String sensor, StationClock clock, Attendance attendance, long boot, Faulty faulty) {
    this.sensor = sensor;
    this.clock = clock;
    this.attendance = attendance;
    this.boot = boot;
    this.faulty = faulty;
  }

  /** The notes for one sample, which was taken just now. */
  public Stream<Note> notes(Sample sample) {
    sample.faults().forEach(fault -> faulty.note(code(fault), message(fault)));
    return Stream.of(reading(sample), effort(sample)).flatMap(Optional::stream);
  }

  private Optional<Note> reading(Sample sample) {
    if (sample.readings().isEmpty()) {
      return Optional.empty(); // a fault yields no value, not even an empty one
    }
    var body = Bodies.reading(sensor, sample.readings());
    return Optional.of(new Note.Fact(Lane.DATA, Kind.READING, Stamp.of(boot, clock.now()), body));
  }

  private Optional<Note> effort(Sample sample) {
    var now = clock.now().uptime();
    var span =
        sample.readings().isEmpty()
            ? attendance.account(now, Effort.FAULT, code(sample.faults().getFirst()))
            : attendance.account(now, Effort.LISTENED, "");
    return span.map(Note.Attended::new);
  }

  private static String code(SensorFault fault) {
    return "sensor-" + fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String message(SensorFault fault) {
    return fault.quantity().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ": "
        + fault.detail();
  }
}
