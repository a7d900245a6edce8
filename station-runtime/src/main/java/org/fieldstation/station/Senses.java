package org.fieldstation.station;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.hearing.Screening;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.NoiseFloorFile;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.notes.MeasuresReport;
import org.fieldstation.station.notes.MicrophoneHealth;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;

/** Everything a station perceives with, one path each, as its configuration wants it. */
record Senses(Station.Parts parts, Scribe scribe, FaultBook faults, long boot) {

  /** The work of each path by the path's name. */
  Map<String, Supervisor.Work> all() {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    var weather = new WeatherNow();
    parts.settings().microphone().ifPresent(one -> work.putAll(hear(one, weather)));
    parts
        .settings()
        .sensors()
        .forEach(one -> work.put("weather-" + one.name(), measure(one, weather)));
    parts.settings().camera().ifPresent(one -> work.put("picture", look(one)));
    return work;
  }

  private Map<String, Supervisor.Work> hear(MicrophoneSettings microphone, WeatherNow weather) {
    var seats = parts.settings().models().stream().map(Seat::new).toList();
    var screening =
        new Screening(parts.configuration(), parts.time(), weather, parts.models()::range);
    screening.problems().forEach(why -> faults.note("identify", "list-unreadable", why));
    var maker = new EarMaker(parts, scribe, faults, boot, weather, screening, seats);
    var sound =
        new SoundWork(
            microphone,
            hardware(microphone.hardware()),
            parts,
            seats,
            maker,
            this::measuring,
            scribe);
    var work = new LinkedHashMap<String, Supervisor.Work>();
    work.put("sound", sound);
    work.put("models", new ModelsWork(seats, parts.models(), maker.book(), parts.time()));
    return work;
  }

  private Measuring measuring(Timeline timeline) {
    var data = parts.configuration().resolve(parts.settings().station().data());
    var health =
        new MicrophoneHealth(
            timeline,
            new NoiseFloorFile(data.resolve("noise-floor.tsv")),
            (code, message) -> faults.note("sound", code, message));
    return Measuring.of(
        parts.settings().measures(), new MeasuresReport(timeline, boot), health, scribe);
  }

  private WeatherWork measure(SensorSettings sensor, WeatherNow weather) {
    return new WeatherWork(
        sensor,
        hardware(sensor.hardware()),
        parts.configuration().resolve(parts.settings().station().data()),
        scribe,
        faults,
        parts.time(),
        boot,
        weather,
        parts.observer());
  }

  private PictureWork look(CameraSettings camera) {
    return new PictureWork(camera, hardware(camera.hardware()), parts, scribe, faults, boot);
  }

  private Hardware hardware(String name) {
    return parts.hardware().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.ABSENT, "no hardware named \"" + name + "\" is installed"));
  }
}
