package org.fieldstation.station.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.remote.Errand.State;
import org.jspecify.annotations.Nullable;

/**
 * Commands of servers, done one after another. Each is on the disk before it is answered, and
 * "running" is on the disk before it runs: what a restart interrupts counts as begun, so that a
 * command which kills the station is not repeated for ever.
 */
public final class CommandQueue {
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 32;
  private static final int MOST_KEPT = 64;

  private final Notebook kept;
  private final TimeKeeper time;
  private final Map<String, Verb> verbs;
  private final Consumer<Outcome> told;
  private final Signal bell;
  private final List<Errand> errands = new ArrayList<>();

  /**
   * @param told is told of every step; when it returns the record is safe
   */
  public CommandQueue(
      Notebook kept, TimeKeeper time, Map<String, Verb> verbs, Consumer<Outcome> told) {
    this.kept = kept;
    this.time = time;
    this.verbs = Map.copyOf(verbs);
    this.told = told;
    bell = time.signal();
    kept.under("command ").values().forEach(line -> Errand.read(line).ifPresent(errands::add));
  }

  /**
   * Takes a command.
   *
   * @return null when it is on the disk, or was before; else the objection
   */
  public @Nullable String submit(String by, String text) {
    Command command;
    try {
      command = Command.parse(text);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    synchronized (this) {
      var known = find(by, command.id());
      if (known.isPresent()) {
        return known.get().command().equals(command)
            ? null
            : "another command had the id " + command.id();
      }
      if (!verbs.containsKey(command.verb())) {
        return "this station knows " + String.join(", ", verbs.keySet().stream().sorted().toList());
      }
      if (errands.stream().filter(one -> !one.state().over()).count() >= MOST_WAITING) {
        return "too many commands wait";
      }
      forgetOldest();
      put(new Errand(by, command, State.WAITING, 0, ""));
    }
    bell.ring();
    return null;
  }

  /** Cancels a command that waits. Returns null when it is, else the objection. */
  public synchronized @Nullable String cancel(String by, String id) {
    var known = find(by, id);
    if (known.isEmpty() || known.get().state() != State.WAITING) {
      return known.isEmpty() ? "no such command" : "it is " + known.get().state();
    }
    finish(known.get().now(State.CANCELLED, "by " + by));
    return null;
  }

  /** The commands of a server, oldest first. */
  public synchronized List<Errand> of(String by) {
    return errands.stream().filter(errand -> errand.by().equals(by)).toList();
  }

  /** Does them, for ever. */
  public void run() throws InterruptedException {
    resume();
    while (true) {
      var due = due();
      if (due.isPresent()) {
        perform(due.get());
      } else {
        bell.await(LOOK);
      }
    }
  }

  /** What was running when the process ended: done if it was to end it, else tried again. */
  private synchronized void resume() {
    for (var errand : List.copyOf(errands)) {
      if (errand.state() == State.RUNNING) {
        boolean again = errand.begun() < errand.command().attempts();
        if (again) {
          put(errand.now(State.WAITING, "interrupted"));
        } else {
          finish(errand.now(State.DONE, "the station was started anew"));
        }
      }
    }
  }

  private synchronized Optional<Errand> due() {
    var now = time.now();
    boolean unset = now.source() == TimeSource.NONE;
    for (var errand : List.copyOf(errands)) {
      var command = errand.command();
      if (errand.state() != State.WAITING || (unset && timed(command))) {
        continue;
      }
      if (command.until().filter(until -> until.isBefore(now.utc())).isPresent()) {
        finish(errand.now(State.EXPIRED, "its time passed while it waited"));
      } else if (command.at().filter(at -> at.isAfter(now.utc())).isEmpty()) {
        var begun = errand.beginning();
        put(begun);
        return Optional.of(begun);
      }
    }
    return Optional.empty();
  }

  private static boolean timed(Command command) {
    return command.at().isPresent() || command.until().isPresent();
  }

  private void perform(Errand errand) throws InterruptedException {
    String objection;
    try {
      var verb = verbs.get(errand.command().verb());
      if (verb == null) {
        finish(errand.now(State.FAILED, "this release does not know it"));
        return;
      }
      finish(errand.now(State.DONE, verb.run(errand.by(), errand.command().argument())));
      return;
    } catch (RuntimeException e) {
      objection = String.valueOf(e.getMessage());
    }
    if (errand.begun() < errand.command().attempts()) {
      synchronized (this) {
        put(errand.now(State.WAITING, objection));
      }
      time.sleep(BETWEEN_TRIES);
    } else {
      finish(errand.now(State.FAILED, objection));
    }
  }

  private synchronized void finish(Errand errand) {
    put(errand);
    told.accept(
        new Outcome(
            errand.by(),
            "command",
            errand.command().id(),
            errand.state().name().toLowerCase(Locale.ROOT),
            errand.command().verb() + ": " + errand.detail()));
  }

  private void put(Errand errand) {
    kept.put(key(errand), errand.kept());
    for (int i = 0; i < errands.size(); i++) {
      if (key(errands.get(i)).equals(key(errand))) {
        errands.set(i, errand);
        return;
      }
    }
    errands.add(errand);
  }

  private void forgetOldest() {
    while (errands.size() >= MOST_KEPT) {
      var oldest = errands.stream().filter(one -> one.state().over()).findFirst().orElseThrow();
      errands.remove(oldest);
      kept.remove(key(oldest));
    }
  }

  private Optional<Errand> find(String by, String id) {
    return errands.stream()
        .filter(one -> one.by().equals(by) && one.command().id().equals(id))
        .findFirst();
  }

  private static String key(Errand errand) {
    return "command " + errand.by() + " " + errand.command().id();
  }
}
