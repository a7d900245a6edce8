package org.fieldstation.station;

import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.lwm2m.objects.Management;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.News;
import org.fieldstation.station.remote.CommandQueue;
import org.fieldstation.station.remote.ConfigDesk;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.remote.Outcome;
import org.fieldstation.station.remote.Silence;
import org.fieldstation.station.remote.Verb;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.software.SoftwarePackage;
import org.fieldstation.station.wire.Bodies;

/** What servers may see of the station as it runs and do to it, and what becomes of it. */
public final class Remote {
  private final ConfigDesk desk;
  private final CommandQueue commands;
  private final Silence silence;
  private final Parts parts;
  private final Scribe scribe;
  private final long boot;
  private final List<SoftwarePackage> software;

  Remote(Parts parts, Scribe scribe, long boot) {
    this.parts = parts;
    this.scribe = scribe;
    this.boot = boot;
    desk = new ConfigDesk(parts.configuration().file());
    commands =
        new CommandQueue(
            notebook(parts.configuration(), "commands"), parts.time(), verbs(), this::tell);
    software = Software.of(parts, new Configurations(this, parts.configuration()));
    silence =
        new Silence(
            parts
                .settings()
                .silence()
                .map(settings -> new Remedies(settings, parts.machine()).ladder())
                .orElse(List.of()),
            notebook(parts.configuration(), "silence"),
            parts.time(),
            this::tell);
  }

  private Map<String, Verb> verbs() {
    return Map.of(
        "reboot",
        (by, _) -> {
          machine().reboot(by + " commanded it");
          return "begun";
        },
        "restart",
        (by, _) -> {
          machine().restart(by + " commanded it");
          return "begun";
        },
        "note",
        (_, text) -> text);
  }

  /** What can be replaced of this station beside its release; nothing where nothing updates it. */
  public List<SoftwarePackage> software() {
    return software;
  }

  /** What this server had set when it was last heard of. */
  public Notebook keptFor(CentralSettings server) {
    return notebook(parts.configuration(), server);
  }

  /** The same, as it is on the disk. */
  static Notebook notebook(SettingsFile configuration, CentralSettings server) {
    return notebook(configuration, "server-" + server.name());
  }

  private static Notebook notebook(SettingsFile configuration, String name) {
    var data = configuration.resolve(configuration.settings().station().data());
    return new Notebook(new KeptFile(data.resolve("remote").resolve(name)));
  }

  /** What the station knows of itself now. */
  public Bulletin bulletin() {
    return parts.bulletin();
  }

  Machine machine() {
    return parts.machine();
  }

  ConfigDesk desk() {
    return desk;
  }

  CommandQueue commands() {
    return commands;
  }

  Silence silence() {
    return silence;
  }

  TimeKeeper time() {
    return parts.time();
  }

  /** A server answered. */
  public void contact(String server) {
    silence.contact();
    desk.contact(server);
  }

  /** What a server may do. */
  public Management managementBy(CentralSettings server) {
    return server.manages().orElse(false)
        ? new ManagedBy(server.name(), this, parts.configuration())
        : Management.NONE;
  }

  /** Records what the desk decided, perhaps before this start. */
  void sayOutcomes() {
    desk.toSay()
        .ifPresent(outcome -> {
          tell(outcome);
          desk.said();
        });
  }

  /** When this returns the record is on the disk, or the disk refuses. */
  void tell(Outcome outcome) {
    var body =
        Bodies.remote(
            outcome.by(), outcome.what(), outcome.id(), outcome.state(), outcome.detail());
    scribe.put(new Note.Fact(Lane.URGENT, Kind.REMOTE, Stamp.of(boot, parts.time().now()), body));
    scribe.flush();
    bulletin().changed(new News.Remote());
  }
}
