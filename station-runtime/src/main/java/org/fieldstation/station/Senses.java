package org.fieldstation.station;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;

/** Everything a station perceives with, one path each, as its configuration wants it. */
record Senses(Station.Parts parts, Scribe scribe, FaultBook faults, long boot) {

  /** The work of each path by the path's name. */
  Map<String, Supervisor.Work> all() {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    parts.settings().microphone().ifPresent(one -> work.put("sound", hear(one)));
    parts.settings().sensors().forEach(one -> work.put("weather-" + one.name(), measure(one)));
    return work;
  }

  private SoundWork hear(MicrophoneSettings microphone) {
    Rule rule =
        parts
            .settings()
            .model()
            .flatMap(ModelSettings::minimumScore)
            .<Rule>map(Rule.AtLeast::new)
            .orElseGet(Rule.Thresholds::new);
    return new SoundWork(
        microphone,
        hardware(microphone.hardware()),
        parts.models(),
        scribe,
        parts.time(),
        boot,
        new Provenance(parts.software(), parts.configuration().hash(), rule),
        parts.observer());
  }

  private WeatherWork measure(SensorSettings sensor) {
    return new WeatherWork(
        sensor,
        hardware(sensor.hardware()),
        parts.configuration().resolve(parts.settings().station().data()),
        scribe,
        faults,
        parts.time(),
        boot,
        parts.observer());
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
