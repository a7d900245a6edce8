package org.fieldstation.station;

import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.watch.Redetecting;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.weather.Pace;
import org.fieldstation.station.weather.SeaLevel;

/**
 * Opens a chip and runs the path of its readings. One that is unplugged later is looked for at
 * every reading, and each that is missing is a fault.
 */
record WeatherWork(String name, Pace pace, SeaLevel sea, Desk desk, Sensor.Opening chip)
    implements SensingWork.Path {

  @Override
  public void run(WeatherReport report, Runnable progress) throws InterruptedException {
    var sensor = Redetecting.from(chip.open(), chip);
    progress.run();
    Paths.weather(
        new Samples(sensor, pace.every(), desk.time()),
        pace,
        sea,
        sample -> desk.measured(name, sample),
        report,
        desk.scribe());
  }
}
