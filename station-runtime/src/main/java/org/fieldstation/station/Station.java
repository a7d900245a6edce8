package org.fieldstation.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.station.collect.Letterbox;
import org.fieldstation.station.contact.Motions;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.link.LinuxRoute;
import org.fieldstation.station.night.InfraredLamp;
import org.fieldstation.station.outlet.Outlets;
import org.fieldstation.station.settings.BoardSettings;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Patience;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.update.Beats;
import org.fieldstation.station.wire.Bodies;

/** A running station: each path on its own line, supervised, with the journal between them. */
public final class Station implements AutoCloseable {

  /** An hour of notes at their most talkative waits in memory for a disk that refuses. */
  private static final int NOTES_IN_MEMORY = 20_000;

  /**
   * A write that hangs is not waited for; a disk that refuses, for as long as notes fit in memory.
   */
  private static final Patience PATIENCE_WITH_THE_DISK =
      new Patience(Duration.ofMinutes(2), Duration.ofHours(1));

  private final Parts parts;
  private final JournalHome home;
  private final Journal journal;
  private final Scribe scribe;
  private final FaultBook faults;
  private final Liveness liveness;
  private final Rig rig;
  private final Supervisor supervisor;
  private final Remote remote;
  private final Beats beats;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> senses = new ArrayList<>();
  private final List<Courier> couriers = new ArrayList<>();
  private volatile Runnable stopAsked = () -> {};

  private Station(Parts parts, JournalHome home) {
    this.parts = parts;
    this.home = home;
    this.journal = home.journal();
    this.scribe = new Scribe(journal::write, parts.time(), NOTES_IN_MEMORY, this::overflowed);
    scribe.onFact(parts.observer()::noted);
    this.faults = new FaultBook(scribe, parts.time(), journal.boot());
    var outlets =
        new Outlets(parts.settings().board().map(BoardSettings::outlets).orElse(List.of()));
    this.rig =
        new Rig(new Motions(parts.time(), this::stuck), outlets, new InfraredLamp(parts.time()));
    this.beats = new Beats(parts.time());
    this.liveness = new Liveness(parts.time());
    this.supervisor = new Supervisor(parts.time(), parts.random(), faults, liveness);
    this.remote =
        new Remote(
            parts.on(new SwitchedMachine(parts.machine(), outlets, parts.time())),
            scribe,
            journal.boot());
    home.damage().ifPresent(damage -> faults.note("journal", damage));
  }

  /** Starts a station in the data folder of its configuration. */
  public static Station start(Parts parts) {
    var folder = parts.configuration().resolve(parts.settings().station().data());
    var home = JournalHome.open(folder, parts.time().now(), parts.random(), Bodies::effort);
    var station = new Station(parts.posting(), home);
    station.start();
    return station;
  }

  private void start() {
    var now = parts.time().now();
    scribe.put(
        new Note.Fact(
            Lane.URGENT,
            Kind.BOOT,
            Stamp.of(journal.boot(), now),
            Bodies.boot(parts.software(), Runtime.version().toString())));
    Supervisor.Work writing = scribe::write;
    keep("journal", writing.vital(PATIENCE_WITH_THE_DISK));
    new Senses(parts, scribe, faults, journal.boot(), rig, remote::tell).all().forEach(this::sense);
    var desk =
        new Desk(scribe, faults, parts.time(), journal.boot(), new WeatherNow(), parts.observer());
    new Fittings(parts, desk, liveness, rig, () -> stopAsked.run()).all().forEach(this::keep);
    var links = links();
    new Deliveries(parts, scribe, faults, journal, links, remote).all().forEach(this::deliver);
    parts.settings().update().ifPresent(settings -> update(settings, links));
    software(links);
    keep("trial", new TrialWork(remote.desk(), remote, parts.time()));
    keep("commands", _ -> remote.commands().run());
    if (parts.settings().silence().isPresent()) {
      keep("silence", _ -> remote.silence().run());
    }
    var upkeep =
        new Upkeep(
            journal,
            parts.settings().journalOrDefault(),
            new Takers(parts.settings().centrals()),
            Letterbox.in(data()),
            parts.time());
    keep("upkeep", _ -> upkeep.run());
  }

  private void update(UpdateSettings settings, LinkPolicy links) {
    if (parts.updates().isEmpty()) {
      faults.note(
          "update", "update-not-launched", "not started by the launcher, so nothing updates it");
      return;
    }
    var gate = links.gate(held -> faults.note("update", held.code(), held.why()));
    keep(
        "update",
        new UpdateWork(
            parts,
            parts.updates().get(),
            settings,
            scribe,
            faults,
            journal,
            beats,
            liveness,
            gate));
  }

  private void software(LinkPolicy links) {
    for (var updates : parts.updates().stream().toList()) {
      var gate = links.gate(held -> faults.note("software", held.code(), held.why()));
      keep("software", new SoftwareWork(parts, updates, remote, faults, gate));
    }
  }

  private void sense(String path, Supervisor.Work work) {
    senses.add(keep(path, work));
  }

  private Path data() {
    return parts.configuration().resolve(parts.settings().station().data());
  }

  private LinkPolicy links() {
    return new LinkPolicy(
        parts.settings().links(),
        data().resolve("link-spending"),
        LinuxRoute.ofThisComputer(),
        parts.time(),
        () ->
            parts.bulletin().latest(Quantity.CHARGE).stream()
                .mapToDouble(charge -> charge.value())
                .findFirst());
  }

  private void deliver(String path, Courier courier) {
    couriers.add(courier);
    keep(path, courier);
  }

  private Line keep(String path, Supervisor.Work work) {
    Supervisor.Work felt =
        progress ->
            work.run(() -> {
              beats.beat(path);
              progress.run();
            });
    var line = supervisor.keep(path, felt.vital(work.patience()));
    lines.add(line);
    return line;
  }

  private void stuck(String detector) {
    faults.note(
        "contact-" + detector,
        "contact-stuck",
        detector + ": has felt something for ten minutes on end; it is not believed");
  }

  private Note overflowed(long notes) {
    var body =
        Bodies.fault(
            "journal", "notes-lost", notes + " notes found no room while the disk refused");
    return new Note.Fact(
        Lane.URGENT, Kind.FAULT, Stamp.of(journal.boot(), parts.time().now()), body);
  }

  /** Calls this when somebody presses the button that stops the station. */
  public void onStopAsked(Runnable listener) {
    stopAsked = listener;
  }

  /** The journal, for those who want to look. */
  public Journal journal() {
    return journal;
  }

  /** Whether it truly gets on: what watchdogs are fed by. */
  public Liveness liveness() {
    return liveness;
  }

  /**
   * Stops sensing and waits until every server has everything, at most so long. Returns whether
   * they have.
   */
  public boolean drain(Duration atMost) throws InterruptedException {
    for (var sense : senses.reversed()) {
      sense.stop();
      sense.join();
    }
    scribe.flush();
    long until = parts.time().nanos() + atMost.toNanos();
    while (!drained()) {
      if (parts.time().nanos() > until) {
        return false;
      }
      parts.time().sleep(Duration.ofMillis(100));
    }
    return true;
  }

  private boolean drained() {
    return parts.settings().centrals().stream()
        .allMatch(server ->
            Takers.lanes(server).stream()
                .allMatch(lane -> journal.receipt(server.name(), lane) >= journal.last(lane)));
  }

  /** Stops every path, then writes down what they still had to say. */
  @Override
  public void close() {
    stopPaths();
    couriers.forEach(Courier::close);
    try (home) {
      scribe.flush();
    }
  }

  private void stopPaths() {
    try {
      for (var line : lines.reversed()) {
        line.stop();
        line.join();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
