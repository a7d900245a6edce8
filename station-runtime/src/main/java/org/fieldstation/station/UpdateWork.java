package org.fieldstation.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.models.Classifier;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.update.Limits;
import org.fieldstation.ota.update.Updater;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.now.Measure;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Supervisor;
import org.fieldstation.station.update.Beats;
import org.fieldstation.station.update.Check;
import org.fieldstation.station.update.Heartbeat;
import org.fieldstation.station.update.JournalCheck;
import org.fieldstation.station.update.LinkBudget;
import org.fieldstation.station.update.MemoryCheck;
import org.fieldstation.station.update.ModelCheck;
import org.fieldstation.station.update.Resident;
import org.fieldstation.station.update.Sources;
import org.fieldstation.station.update.Trust;
import org.fieldstation.station.update.Updating;
import org.fieldstation.station.wire.Bodies;

/** Runs the path of the station's own update. */
final class UpdateWork implements Supervisor.Work {
  private static final int SILENCES = 2_000;

  /** What the disk refuses longer is lost when the process ends, so it ends soon. */
  private static final Duration REFUSED = Duration.ofSeconds(5);

  private final Parts parts;
  private final Updates updates;
  private final UpdateSettings settings;
  private final Scribe scribe;
  private final FaultBook faults;
  private final Journal journal;
  private final Beats beats;
  private final Liveness liveness;
  private final Gate gate;
  private final Signal bell;

  UpdateWork(
      Parts parts,
      Updates updates,
      UpdateSettings settings,
      Scribe scribe,
      FaultBook faults,
      Journal journal,
      Beats beats,
      Liveness liveness,
      Gate gate) {
    this.parts = parts;
    this.updates = updates;
    this.settings = settings;
    this.scribe = scribe;
    this.faults = faults;
    this.journal = journal;
    this.beats = beats;
    this.liveness = liveness;
    this.gate = gate;
    this.bell = parts.time().signal();
    updates.desk().onOrder(bell::ring);
  }

  @Override
  public void run(Runnable progress) {
    var disk = new PosixDisk();
    var station = resident(disk);
    var rounds = new Rounds(bell, updates.launched().again(), progress);
    var heartbeat =
        updates.launched().heartbeat().stream()
            .map(file -> new Heartbeat(file, beats, station::recorders, parts.time()))
            .toList();
    try {
      Paths.update(rounds, updating(disk, station));
    } finally {
      heartbeat.forEach(Heartbeat::close);
    }
  }

  private Resident resident(PosixDisk disk) {
    var budget = new LinkBudget(gate);
    var ears =
        new Resident.Ears(
            data(),
            beats,
            this::receipts,
            () -> !liveness.failsSince("journal", REFUSED),
            checks(),
            budget,
            this::charge,
            (code, why) -> faults.note("update", code, why),
            this::told);
    return new Resident(disk, updates.root(), settings, updates.desk(), parts.time(), ears);
  }

  private Updating updating(PosixDisk disk, Resident station) {
    var root = updates.root();
    var sources = new Sources(updates.coap(), new LinkBudget(gate));
    var updater =
        new Updater(
            disk,
            root,
            updates.launched().slot(),
            Trust.client(disk, root, () -> parts.time().now().utc()),
            Updating.ordered(updates.desk(), sources),
            station,
            new Limits(settings.health(), settings.trial(), settings.contact(), SILENCES),
            _ -> updates.desk().moved());
    return new Updating(disk, root, updates.desk(), updater, station, sources);
  }

  private double charge() {
    return parts.bulletin().latest(Quantity.CHARGE).map(Measure::value).orElse(Double.NaN);
  }

  private Path data() {
    return parts.configuration().resolve(parts.settings().station().data());
  }

  private List<Check> checks() {
    var checks = new ArrayList<Check>();
    checks.add(new JournalCheck(journal, data(), this::tried));
    checks.add(new MemoryCheck());
    if (!parts.settings().microphones().isEmpty()) {
      checks.add(new ModelCheck(this::model));
    }
    return checks;
  }

  private Classifier model() {
    return parts.models().open(parts.settings().models().getFirst()).classifier();
  }

  private long receipts() {
    return parts.settings().centrals().stream()
        .map(CentralSettings::name)
        .mapToLong(server ->
            java.util.Arrays.stream(Lane.values())
                .mapToLong(lane -> journal.receipt(server, lane))
                .sum())
        .sum();
  }

  private void told(String release, String by, org.fieldstation.ota.update.Verdict verdict) {
    note(verdict.result().name().toLowerCase(java.util.Locale.ROOT), release, verdict.reason(), by);
    scribe.flush();
  }

  private void tried() {
    note("trial", "", "", "");
    scribe.flush();
  }

  private void note(String outcome, String release, String reason, String by) {
    scribe.put(
        new Note.Fact(
            Lane.URGENT,
            Kind.UPDATE,
            Stamp.of(journal.boot(), parts.time().now()),
            Bodies.update(outcome, release, reason, by)));
  }
}
