package org.fieldstation.station;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.chip.bucket.TippingBucket;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.settings.SiteSettings;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.weather.Bearing;
import org.fieldstation.station.weather.Pace;
import org.fieldstation.station.weather.SeaLevel;

/** Every instrument of the weather, one path each: each is opened and read on a line of its own. */
record Instruments(Parts parts, Desk desk) {
  private static final int EVERY_SECONDS = 60;

  /** The wind is that of ten minutes (WMO-No. 8, part I, 5.1). */
  private static final int WIND_EVERY_SECONDS = 600;

  /** The work of each path by the path's name. */
  Map<String, Supervisor.Work> all() {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    var bearing = new Bearing(desk.time());
    for (var sensor : parts.settings().sensors()) {
      work.put(
          "weather-" + sensor.name(),
          switch (sensor.chip()) {
            case "vane" -> new VaneWork(bearing, desk, chip(sensor));
            case "cups" -> sensing(sensor, wind(sensor, bearing));
            case "bucket" -> sensing(sensor, rain(sensor));
            default -> sensing(sensor, weather(sensor));
          });
    }
    return work;
  }

  private SensingWork sensing(SensorSettings sensor, SensingWork.Path path) {
    return new SensingWork(sensor.name(), desk, path);
  }

  private WeatherWork weather(SensorSettings sensor) {
    var altitude =
        parts
            .settings()
            .site()
            .map(SiteSettings::altitudeM)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty);
    return new WeatherWork(sensor.name(), pace(sensor), new SeaLevel(altitude), desk, chip(sensor));
  }

  private WindWork wind(SensorSettings sensor, Bearing vane) {
    var every = Duration.ofSeconds(sensor.everyS().orElse(WIND_EVERY_SECONDS));
    return new WindWork(sensor.name(), every, vane, desk, chip(sensor));
  }

  private RainWork rain(SensorSettings sensor) {
    return new RainWork(sensor.name(), pace(sensor), desk, () -> bucket(sensor));
  }

  /** Opened as any sensor first, which is how a virtual board learns that it has one. */
  private TippingBucket bucket(SensorSettings sensor) throws InterruptedException {
    var hardware = hardware(sensor);
    hardware.openSensor(mounting(sensor), desk.time());
    return Chips.bucket(mounting(sensor), hardware.wiring(desk.time()), desk.time());
  }

  private static Pace pace(SensorSettings sensor) {
    return Pace.forRecordsEvery(Duration.ofSeconds(sensor.everyS().orElse(EVERY_SECONDS)));
  }

  private Sensor.Opening chip(SensorSettings sensor) {
    return () -> hardware(sensor).openSensor(mounting(sensor), desk.time());
  }

  private Mounting mounting(SensorSettings sensor) {
    var settings = parts.settings();
    return new Mounting(
        sensor.chip(),
        settings.place(sensor.hardware(), sensor.at()),
        sensor.options().orElse(Map.of()),
        parts.configuration().resolve(settings.station().data()));
  }

  /** Asked for when the path starts: a name that is none breaks that path and no other. */
  private Hardware hardware(SensorSettings sensor) {
    return parts.hardware(parts.settings().hardware(sensor.hardware()));
  }
}
