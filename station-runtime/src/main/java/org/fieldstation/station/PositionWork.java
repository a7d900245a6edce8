package org.fieldstation.station;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.position.Fixes;
import org.fieldstation.station.position.SatelliteTime;

/** Opens a satellite receiver and runs the path of the position and of the time. */
record PositionWork(String at, int baud, Duration every, Supplier<Hardware> hardware, Desk desk)
    implements SensingWork.Path {

  /** This software is younger, so no time before it is the time. */
  private static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public void run(WeatherReport report, Runnable progress) throws InterruptedException {
    if (!(Place.parse(at) instanceof Place.Serial place)) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, at + " is no serial line; /dev/serial0 is one");
    }
    var line = hardware.get().wiring(desk.time()).serial(place, baud);
    var receiver = GnssReceiver.open(line, desk.time(), NOT_BEFORE);
    progress.run();
    Paths.position(
        new Fixes(receiver, desk.time()),
        new SatelliteTime(desk.time()),
        every,
        desk.time(),
        sample -> desk.measured("gnss", sample),
        report,
        desk.scribe());
  }
}
