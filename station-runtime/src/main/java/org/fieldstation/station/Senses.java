package org.fieldstation.station;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.station.film.Reel;
import org.fieldstation.station.hearing.Screening;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.NoiseFloorFile;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.night.NightLight;
import org.fieldstation.station.notes.MeasuresReport;
import org.fieldstation.station.notes.MicrophoneHealth;
import org.fieldstation.station.remote.Outcome;
import org.fieldstation.station.settings.BoardSettings;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.settings.OutletSettings.Powers;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Everything a station perceives with, one path each, as its configuration wants it.
 *
 * @param rig what wakes the camera, and switches a microphone's power
 * @param told is told when a device's power is cut
 */
record Senses(
    Parts parts, Scribe scribe, FaultBook faults, long boot, Rig rig, Consumer<Outcome> told) {

  /** The work of each path by the path's name. */
  Map<String, Supervisor.Work> all() {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    var weather = new WeatherNow();
    var microphones = parts.settings().microphones();
    if (!microphones.isEmpty()) {
      var screening =
          new Screening(parts.configuration(), parts.time(), weather, parts.models()::range);
      screening.problems().forEach(why -> faults.note("identify", "list-unreadable", why));
      microphones.forEach(one -> work.putAll(hear(one, weather, screening)));
    }
    var desk = new Desk(scribe, faults, parts.time(), boot, weather, parts.observer());
    work.putAll(new Instruments(parts, desk).all());
    parts.settings().camera().ifPresent(one -> work.putAll(look(one)));
    return work;
  }

  private Map<String, Supervisor.Work> hear(
      MicrophoneSettings microphone, WeatherNow weather, Screening screening) {
    var seats = parts.settings().models(microphone).stream().map(Seat::new).toList();
    var maker = new EarMaker(microphone, parts, scribe, faults, boot, weather, screening, seats);
    var sound =
        new SoundWork(
            socket(microphone), parts, seats, maker, begun -> measuring(microphone, begun), scribe);
    var work = new LinkedHashMap<String, Supervisor.Work>();
    work.put(microphone.path(), sound);
    work.put(
        microphone.modelsPath(), new ModelsWork(seats, parts.models(), maker.book(), parts.time()));
    return work;
  }

  private Measuring measuring(MicrophoneSettings microphone, Timeline timeline) {
    var data = parts.configuration().resolve(parts.settings().station().data());
    var health =
        new MicrophoneHealth(
            timeline,
            new NoiseFloorFile(
                data.resolve(
                    microphone
                        .name()
                        .map("noise-floor-%s.tsv"::formatted)
                        .orElse("noise-floor.tsv"))),
            (code, message) -> faults.note(microphone.path(), code, message));
    return Measuring.of(
        parts.settings().measures(),
        new MeasuresReport(microphone.sensor(), timeline, boot),
        health,
        scribe);
  }

  private Socket socket(MicrophoneSettings microphone) {
    return new Socket(
        microphone,
        () -> parts.hardware(parts.settings().hardware(microphone.hardware())),
        rig.outlets().of(Powers.MICROPHONE),
        told,
        faults,
        parts.time());
  }

  private Optional<NightLight> light(CameraSettings camera) {
    var light =
        parts
            .settings()
            .board()
            .flatMap(BoardSettings::infrared)
            .map(it ->
                new NightLight(
                    it.litOrDefault(),
                    camera.quiet(),
                    rig.motions()::feeling,
                    parts.time(),
                    rig.infrared()));
    light.ifPresent(it -> rig.motions().listen(it::stir));
    return light;
  }

  private Map<String, Supervisor.Work> look(CameraSettings camera) {
    var data = parts.configuration().resolve(parts.settings().station().data());
    var media = new Media(data.resolve("media"), camera.mostBytes());
    var reel = camera.clipRule().map(rule -> new Reel(rule, parts.time()));
    var work = new LinkedHashMap<String, Supervisor.Work>();
    // Before the camera, so that it is stopped after it: the last clip is still written.
    reel.ifPresent(it -> work.put("film", new FilmWork(camera, it, media, scribe, faults, boot)));
    work.put(
        "picture",
        new PictureWork(
            camera,
            () -> parts.hardware(camera.hardware()),
            rig.motions(),
            light(camera),
            media,
            reel,
            parts,
            scribe,
            faults,
            boot));
    return work;
  }
}
