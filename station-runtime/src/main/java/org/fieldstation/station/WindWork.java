package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.weather.Bearing;
import org.fieldstation.station.weather.Winds;

/** Opens a cup anemometer and runs the path of the wind, with what the vane says beside it. */
record WindWork(String name, Duration every, Bearing vane, Desk desk, Sensor.Opening cups)
    implements SensingWork.Path {

  @Override
  public void run(WeatherReport report, Runnable progress) throws InterruptedException {
    var sensor = cups.open();
    progress.run();
    Paths.wind(
        new Samples(sensor, Winds.SAMPLE, desk.time()),
        vane,
        every,
        sample -> desk.measured(name, sample),
        report,
        desk.scribe());
  }
}
