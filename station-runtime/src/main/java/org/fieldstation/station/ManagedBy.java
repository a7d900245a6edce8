package org.fieldstation.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fieldstation.station.deliver.lwm2m.objects.Management;
import org.fieldstation.station.now.News;
import org.fieldstation.station.remote.Errand;
import org.fieldstation.station.settings.Settings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** A server that manages the station does so under its own name. */
record ManagedBy(String server, Remote remote, SettingsFile file) implements Management {

  /** The answer has to leave before the process does. */
  private static final Duration ANSWER_LEAVES = Duration.ofSeconds(3);

  private static final int TRIAL_MINUTES = 15;

  @Override
  public boolean allowed() {
    return true;
  }

  @Override
  public byte[] configuration() {
    return remote.desk().current();
  }

  @Override
  public String configurationState() {
    return remote.desk().state();
  }

  @Override
  public @Nullable String configure(byte[] proposal) {
    var window = Duration.ofMinutes(file.settings().station().trialMin().orElse(TRIAL_MINUTES));
    String objection = remote.desk().propose(server, proposal, window, this::objection);
    if (objection == null) {
      soon("a configuration is tried", () -> remote.machine().restart("a configuration is tried"));
    }
    return objection;
  }

  /** Null, or why this server could not have it tried. */
  @Nullable String examine(byte[] proposal) {
    return remote.desk().examine(proposal, this::objection);
  }

  /** The file's own rules, and that the proposal leaves the station where it can be found. */
  private @Nullable String objection(Path proposed, byte[] proposal) {
    try {
      var next = SettingsFile.read(proposed);
      var now = file.settings();
      if (!next.settings().station().name().equals(now.station().name())
          || !next.settings().station().data().equals(now.station().data())) {
        return "the station's name and data folder are not changed from afar";
      }
      if (next.settings().centrals().stream().noneMatch(one -> one.name().equals(server))) {
        return "it leaves out " + server + ", which proposes it";
      }
      keys(next);
      return null;
    } catch (SettingsException e) {
      return oneLine(String.valueOf(e.getMessage()).replace(proposed.toString(), "configuration"));
    }
  }

  private static void keys(SettingsFile next) {
    Settings settings = next.settings();
    settings.centrals().forEach(central -> central.keyFile().ifPresent(next::key));
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  @Override
  public @Nullable String withdraw() {
    if (!remote.desk().withdraw(server)) {
      return "no configuration is on trial";
    }
    return restart();
  }

  @Override
  public @Nullable String restart() {
    soon("restart", () -> remote.machine().restart(server + " asked for it"));
    return null;
  }

  @Override
  public @Nullable String reboot() {
    soon("reboot", () -> remote.machine().reboot(server + " asked for it"));
    return null;
  }

  private void soon(String what, Runnable action) {
    remote.bulletin().changed(new News.Remote());
    remote
        .time()
        .start(
            what,
            () -> {
              remote.time().sleep(ANSWER_LEAVES);
              action.run();
            });
  }

  @Override
  public @Nullable String command(String text) {
    String objection = remote.commands().submit(server, text);
    remote.bulletin().changed(new News.Remote());
    return objection;
  }

  @Override
  public @Nullable String cancel(String id) {
    return remote.commands().cancel(server, id);
  }

  @Override
  public List<String> commands() {
    return remote.commands().of(server).stream().map(Errand::line).toList();
  }
}
