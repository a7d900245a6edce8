package org.fieldstation.station;

import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.watch.Redetecting;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.weather.Bearing;
import org.fieldstation.station.weather.Winds;

/** Opens a vane and keeps its bearing fresh for whoever measures the wind's speed. */
record VaneWork(Bearing bearing, Desk desk, Sensor.Opening vane) implements Supervisor.Work {

  @Override
  public void run(Runnable progress) throws InterruptedException {
    var sensor = Redetecting.from(vane.open(), vane);
    progress.run();
    Paths.vane(new Samples(sensor, Winds.SAMPLE, desk.time()), bearing);
  }
}
