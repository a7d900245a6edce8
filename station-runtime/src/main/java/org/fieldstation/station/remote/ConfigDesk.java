package org.fieldstation.station.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fieldstation.station.keep.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * Takes a configuration from a server, on trial: unless that server is reached under it within the
 * window, the old one returns. The window is counted in running time that is kept on the disk, and
 * every start costs some of it: neither a clock that is not set, nor a configuration under which
 * the station dies at once, nor a power cut keeps the old one from returning.
 *
 * <pre>
 * settled → proposed → switched → contact → kept
 *                         └──── window over → returned
 * </pre>
 */
public final class ConfigDesk {
  private static final Duration START_COSTS = Duration.ofSeconds(60);

  private static final String BY = "by";
  private static final String ID = "id";
  private static final String WINDOW = "window-ms";
  private static final String SPENT = "spent-ms";
  private static final String SAY = "say-";

  private final TrialFiles files;
  private final Notebook ledger;
  private boolean proposedHere;

  /** Opens the desk of a configuration file. */
  public ConfigDesk(Path configuration) {
    files = new TrialFiles(configuration.toAbsolutePath());
    ledger = files.ledger();
  }

  /** Call it before the configuration is read, at every start of the station. */
  public synchronized void starting() {
    if (onTrial()) {
      if (files.before().read().isEmpty() || !switched()) {
        end("returned", "the power went in the middle; the old one is in place");
      } else {
        spend(START_COSTS);
      }
    }
  }

  /** The configuration as it stands on the disk. */
  public byte[] current() {
    return files.current().read().orElse(new byte[0]);
  }

  /** One line for a person: settled, or whose configuration is tried and how long it has. */
  public synchronized String state() {
    return onTrial()
        ? "on trial, %d s left to reach %s".formatted(left().toSeconds(), word(BY))
        : "settled";
  }

  public synchronized boolean onTrial() {
    return !word(BY).isEmpty();
  }

  /**
   * Checks a configuration as a whole and puts it on trial; the station has to be restarted then.
   *
   * @param check reads a proposal in a file beside the configuration; returns the objection
   * @return null when it is on trial, else why not
   */
  public synchronized @Nullable String propose(
      String by,
      byte[] proposal,
      Duration window,
      BiFunction<Path, byte[], @Nullable String> check) {
    String objection = examine(proposal, check);
    if (objection != null) {
      return objection;
    }
    files.before().write(current());
    ledger.put(
        Map.of(
            BY,
            by,
            ID,
            Fingerprint.of(proposal),
            WINDOW,
            Long.toString(window.toMillis()),
            SPENT,
            "0"));
    files.current().write(proposal);
    proposedHere = true;
    return null;
  }

  /** Looks at a configuration as a whole; null, or why it cannot be put on trial now. */
  public synchronized @Nullable String examine(
      byte[] proposal, BiFunction<Path, byte[], @Nullable String> check) {
    if (onTrial()) {
      return "another configuration is " + state();
    }
    files.proposed().write(proposal);
    try {
      return check.apply(files.proposed().path(), proposal);
    } finally {
      files.proposed().remove();
    }
  }

  /**
   * A server was reached. The one that proposed it thereby keeps it, unless this process still runs
   * under the old one: then the contact says nothing about the new.
   */
  public synchronized void contact(String server) {
    if (onTrial() && !proposedHere && server.equals(word(BY))) {
      end("kept", server + " was reached");
    }
  }

  /** So much running time has passed. Returns whether the old configuration returned. */
  public synchronized boolean passed(Duration time) {
    return onTrial() && spend(time);
  }

  /** The station does not start under what is on trial. Returns whether the old one returned. */
  public synchronized boolean failed(String why) {
    if (!onTrial()) {
      return false;
    }
    giveBack(why);
    return true;
  }

  /** The server wants the old one back. Returns whether there was one. */
  public synchronized boolean withdraw(String server) {
    if (!onTrial()) {
      return false;
    }
    giveBack(server + " withdrew it");
    return true;
  }

  /** What has not been recorded yet. */
  public synchronized Optional<Outcome> toSay() {
    return ledger
        .get(SAY + "state")
        .map(state ->
            new Outcome(
                word(SAY + BY), "configuration", word(SAY + ID), state, word(SAY + "detail")));
  }

  /** It is on the disk. */
  public synchronized void said() {
    ledger.remove(SAY + "state");
  }

  private boolean spend(Duration time) {
    ledger.put(SPENT, Long.toString(number(SPENT) + time.toMillis()));
    if (!left().isPositive()) {
      giveBack("%s was not reached in %d s".formatted(word(BY), number(WINDOW) / 1000));
      return true;
    }
    return false;
  }

  private void giveBack(String why) {
    files.before().read().ifPresent(files.current()::write);
    end("returned", why);
  }

  /** In this order: while the ledger says "on trial", the old configuration is still there. */
  private void end(String state, String detail) {
    ledger.put(
        Map.of(
            SAY + BY,
            word(BY),
            SAY + ID,
            word(ID),
            SAY + "state",
            state,
            SAY + "detail",
            detail,
            BY,
            ""));
    files.before().remove();
  }

  private boolean switched() {
    return Fingerprint.of(current()).equals(word(ID));
  }

  private Duration left() {
    return Duration.ofMillis(number(WINDOW) - number(SPENT));
  }

  private String word(String name) {
    return ledger.get(name).orElse("");
  }

  private long number(String name) {
    return ledger.get(name).filter(it -> it.matches("[0-9]{1,15}")).map(Long::valueOf).orElse(0L);
  }
}
