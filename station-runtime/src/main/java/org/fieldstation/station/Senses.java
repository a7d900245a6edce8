package org.fieldstation.station;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;

/** Everything a station perceives with, one path each, as its configuration wants it. */
record Senses(Station.Parts parts, Scribe scribe, FaultBook faults, long boot) {

  /** The work of each path by the path's name. */
  Map<String, Supervisor.Work> all() {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    parts.settings().microphone().ifPresent(one -> work.put("sound", hear(one)));
    work.putAll(new Instruments(parts, desk()).all());
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
        socket(microphone),
        parts.models(),
        scribe,
        parts.time(),
        boot,
        new Provenance(parts.software(), parts.configuration().hash(), rule),
        parts.observer());
  }

  private Socket socket(MicrophoneSettings microphone) {
    return new Socket(
        microphone,
        () -> parts.hardware(parts.settings().hardware(microphone.hardware())),
        faults,
        parts.time());
  }

  private Desk desk() {
    return new Desk(scribe, faults, parts.time(), boot, parts.observer());
  }
}
