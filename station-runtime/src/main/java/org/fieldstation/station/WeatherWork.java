package org.fieldstation.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Runs the path of a sensor's readings once. A chip that was unplugged ends it; the supervisor
 * starts it again, and it begins by looking whether the chip is there.
 */
final class WeatherWork implements Supervisor.Work {
  private static final int EVERY_SECONDS = 60;

  private final SensorSettings settings;
  private final Hardware hardware;
  private final Path keep;
  private final Scribe scribe;
  private final FaultBook faults;
  private final TimeKeeper time;
  private final long boot;
  private final WeatherNow weather;
  private final Observer observer;
  private final Attendance attendance;

  WeatherWork(
      SensorSettings settings,
      Hardware hardware,
      Path keep,
      Scribe scribe,
      FaultBook faults,
      TimeKeeper time,
      long boot,
      WeatherNow weather,
      Observer observer) {
    this.settings = settings;
    this.hardware = hardware;
    this.keep = keep;
    this.scribe = scribe;
    this.faults = faults;
    this.time = time;
    this.boot = boot;
    this.weather = weather;
    this.observer = observer;
    this.attendance = new Attendance(settings.name(), Duration.ZERO);
  }

  @Override
  public void run(Runnable progress) throws InterruptedException {
    try {
      var sensor = hardware.openSensor(mounting(), time);
      progress.run();
      var every = Duration.ofSeconds(settings.everyS().orElse(EVERY_SECONDS));
      var samples = new Samples(sensor, every, time, this::measured);
      Paths.weather(samples, report(), scribe);
    } catch (RuntimeException | LinkageError fault) {
      boolean stopped = Thread.currentThread().isInterrupted();
      attendance
          .account(
              time.now().uptime(),
              stopped ? Effort.DOWN : Effort.FAULT,
              stopped ? "stopping" : Faults.code(fault))
          .map(Note.Attended::new)
          .ifPresent(scribe::put);
      throw fault;
    }
  }

  private void measured(Sample sample) {
    weather.measured(sample, time.now().uptime());
    observer.measured(settings.name(), sample);
  }

  private Mounting mounting() {
    return new Mounting(settings.chip(), settings.at(), settings.options().orElse(Map.of()), keep);
  }

  private WeatherReport report() {
    return new WeatherReport(
        settings.name(),
        time,
        attendance,
        boot,
        (code, message) -> faults.note("weather-" + settings.name(), code, message));
  }
}
