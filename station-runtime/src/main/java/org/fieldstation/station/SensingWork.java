package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Runs a path of readings once, and whatever ends it, the time until then is accounted for. The
 * supervisor starts it again, and it begins by looking whether its device is there.
 */
final class SensingWork implements Supervisor.Work {
  private final String sensor;
  private final Desk desk;
  private final Path path;
  private final Attendance attendance;

  /** What is run: opens the device, says when that has been done, and goes on until it breaks. */
  @FunctionalInterface
  interface Path {
    void run(WeatherReport report, Runnable progress) throws InterruptedException;
  }

  SensingWork(String sensor, Desk desk, Path path) {
    this.sensor = sensor;
    this.desk = desk;
    this.path = path;
    this.attendance = new Attendance(sensor, Duration.ZERO);
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    try {
      path.run(report(), progress);
    } catch (RuntimeException | LinkageError fault) {
      boolean stopped = Thread.currentThread().isInterrupted();
      attendance
          .account(
              desk.time().now().uptime(),
              stopped ? Effort.DOWN : Effort.FAULT,
              stopped ? "stopping" : Faults.code(fault))
          .map(Note.Attended::new)
          .ifPresent(desk.scribe()::put);
      throw fault;
    }
  }

  private WeatherReport report() {
    return new WeatherReport(
        sensor,
        desk.time(),
        attendance,
        desk.boot(),
        (code, message) -> desk.faults().note("weather-" + sensor, code, message));
  }
}
