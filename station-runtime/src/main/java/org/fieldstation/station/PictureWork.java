package org.fieldstation.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.camera.SharedCamera;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.contact.Motions;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.film.Reel;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.look.Beholder;
import org.fieldstation.station.look.Burst;
import org.fieldstation.station.look.Lookout;
import org.fieldstation.station.look.Sight;
import org.fieldstation.station.media.Keeper;
import org.fieldstation.station.night.NightLight;
import org.fieldstation.station.notes.CameraEffort;
import org.fieldstation.station.notes.PictureReport;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.supervise.Patience;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.wire.Bodies;

/**
 * Runs the path of a picture once: opens what it needs, and whatever ends it, the time until then
 * is accounted for.
 */
final class PictureWork implements Supervisor.Work {
  private static final String PATH = "picture";

  private final CameraSettings settings;
  private final Supplier<Hardware> hardware;
  private final Motions motions;
  private final Optional<NightLight> light;
  private final Media media;
  private final Optional<Reel> reel;
  private final Parts parts;
  private final Scribe scribe;
  private final FaultBook faults;
  private final long boot;
  private final Attendance attendance = new Attendance("camera", Duration.ZERO);
  private List<String> told = List.of();

  PictureWork(
      CameraSettings settings,
      Supplier<Hardware> hardware,
      Motions motions,
      Optional<NightLight> light,
      Media media,
      Optional<Reel> reel,
      Parts parts,
      Scribe scribe,
      FaultBook faults,
      long boot) {
    this.settings = settings;
    this.hardware = hardware;
    this.motions = motions;
    this.light = light;
    this.media = media;
    this.reel = reel;
    this.parts = parts;
    this.scribe = scribe;
    this.faults = faults;
    this.boot = boot;
  }

  /** A camera takes twenty seconds to its first frame, a large detector as long for a burst. */
  @Override
  public Patience patience() {
    return Patience.untilSilent(Duration.ofMinutes(5));
  }

  @Override
  public void run(Runnable progress) {
    try (var sight = parts.models().pictures(settings);
        var camera = open()) {
      account(Effort.FAULT, "starting");
      parts.observer().watching(camera.name(), sight.words());
      Paths.picture(camera, eye(sight, progress), scribe);
      account(Effort.OFF_SCHEDULE, "pictures-ended");
    } catch (RuntimeException | LinkageError fault) {
      boolean stopped = Thread.currentThread().isInterrupted();
      account(stopped ? Effort.DOWN : Effort.FAULT, stopped ? "stopping" : Faults.code(fault));
      throw fault;
    } finally {
      reel.ifPresent(Reel::tear);
      light.ifPresent(NightLight::out);
    }
  }

  private Camera open() {
    var view =
        new CameraView(
            settings.device(),
            settings.width().orElse(0),
            settings.height().orElse(0),
            settings.cameraFramesPerSecond());
    var camera = hardware.get().openCamera(view, parts.time());
    return reel.<Camera>map(it -> SharedCamera.of(camera, settings.oneOf(), it::put, parts.time()))
        .orElse(camera);
  }

  private Burst direct(Burst burst) {
    return burst.filmed(reel.filter(it -> it.cut(burst.start())).isPresent());
  }

  private Eye eye(Sight sight, Runnable progress) {
    var period = Duration.ofNanos(Math.round(1e9 / settings.framesPerSecondOrDefault()));
    var effort = sight.cards().isEmpty() ? Effort.LISTENED : Effort.CLASSIFIED;
    var spans =
        new CameraEffort(attendance, effort, period, light.isPresent() && settings.listensToPir());
    return new Eye(
        new Lookout(),
        look -> {
          progress.run();
          spans.of(look).map(Note.Attended::new).forEach(scribe::put);
        },
        look -> light.ifPresent(it -> it.see(look)),
        settings.rule(motions::felt),
        this::direct,
        new Beholder(sight),
        new Keeper(
            media.folder(),
            settings.peopleMayLeave(),
            (code, text) -> faults.note(PATH, code, text)),
        kept -> parts.observer().saw(kept),
        new PictureReport("camera", boot, contexts(sight.cards())));
  }

  /** The names of the context records of the models, which are written once. */
  private List<byte[]> contexts(List<ModelCard> cards) {
    var provenance = new Provenance(parts.software(), parts.configuration().hash(), "");
    var bodies = cards.stream().map(provenance::context).toList();
    var hashes = cards.stream().map(ModelCard::sha256).toList();
    if (!hashes.equals(told)) {
      for (var body : bodies) {
        scribe.put(
            new Note.Fact(Lane.DATA, Kind.CONTEXT, Stamp.of(boot, parts.time().now()), body));
      }
      told = hashes;
    }
    return new ArrayList<>(bodies.stream().map(Bodies::nameOf).toList());
  }

  private void account(Effort effort, String reason) {
    attendance
        .account(parts.time().now().uptime(), effort, reason)
        .map(Note.Attended::new)
        .ifPresent(scribe::put);
  }
}
