package org.fieldstation.ota.update;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.disk.DiskException;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.trust.TrustException;
import org.fieldstation.ota.update.State.Tries;
import org.fieldstation.ota.update.Verdict.Result;

/**
 * One update, from a choice to the end that a server hears of. {@link Phase#next} is its table;
 * {@link Install} and {@link Probation} are what is done in the phases.
 */
public final class Updater {
  /** A new release has so long to prove itself well. */
  public static final Duration HEALTH_LIMIT = Duration.ofMinutes(10);

  /** And so long to reach a server, where the old one did. */
  public static final Duration CONTACT_LIMIT = Duration.ofDays(3);

  /** Work begun so often without an end or new bytes is given up: no loop lasts for ever. */
  public static final int MOST_TRIES = 28;

  private final StateFile file;
  private final Station station;
  private final Install install;
  private final Probation probation;
  private final Consumer<Phase> watcher;

  /**
   * @param root holds the slots and the links, as the launcher knows them
   * @param running the slot this process was started from
   * @param watcher is told each phase before its work begins
   */
  public Updater(
      Disk disk,
      Path root,
      String running,
      TrustClient trust,
      Repository repository,
      Station station,
      Consumer<Phase> watcher) {
    this.file = new StateFile(disk, root);
    this.station = station;
    this.install = new Install(disk, root, trust, repository, station);
    this.probation = new Probation(disk, root, running, station);
    this.watcher = watcher;
  }

  public State state() {
    return file.load();
  }

  /**
   * Goes on until something else must happen first. To be called again then, or some time later.
   */
  public Pause run() {
    var state = begun(file.load());
    while (true) {
      watcher.accept(state.phase());
      switch (act(state)) {
        case Step.To(var next) -> state = save(next);
        case Step.Wait(var pause) -> {
          return paused(state, pause);
        }
      }
    }
  }

  /** Work counts as begun before it is: what crashes every time must come to an end too. */
  private State begun(State state) {
    if (!state.phase().isWork()) {
      return state;
    }
    var bytes = install.bytes();
    var tries = bytes > state.tries().bytes() ? 0 : state.tries().begun();
    return save(state.with(new Tries(tries + 1, bytes)));
  }

  private Pause paused(State state, Pause pause) {
    if (state.phase().isWork()) {
      save(state.with(new Tries(Math.max(0, state.tries().begun() - 1), state.tries().bytes())));
    }
    return pause;
  }

  private State save(State state) {
    file.save(state);
    return state;
  }

  private Step act(State state) {
    if (state.phase().isWork() && state.tries().begun() > MOST_TRIES) {
      return state.phase().isHarmless()
          ? refused(state, Result.FAILED, "TOO_MANY_TRIES")
          : new Step.To(state.to(Phase.ROLLING_BACK).with(Result.FAILED, "TOO_MANY_TRIES"));
    }
    try {
      return switch (state.phase()) {
        case IDLE -> idle(state);
        case METADATA -> install.metadata(state);
        case DOWNLOADING -> install.download(state);
        case VERIFYING -> install.verify(state);
        case STAGING -> install.stage(state);
        case STAGED ->
            station.mayRestart() ? new Step.To(leaving(state)) : new Step.Wait(Pause.LEAVE);
        case ACTIVATING -> probation.activate(state);
        case TRIAL -> probation.trial(state, this::save);
        case CONFIRMING -> confirm(state);
        case ROLLING_BACK -> probation.rollBack(state);
        case CONFIRMED, ROLLED_BACK, REFUSED -> told(state);
      };
    } catch (IOException _) {
      return new Step.Wait(Pause.LINK); // only the repository throws it: the rest of the way later
    } catch (TrustException e) {
      return refused(state, result(e.code()), e.code().name());
    } catch (Refusal e) {
      return refused(state, e.result(), e.code());
    } catch (SlotException | JsonException e) {
      return refused(state, Result.BAD_INTEGRITY, "WRONG_CONTENT");
    } catch (DiskException e) {
      if (e.isFull() && state.phase().isHarmless() && state.phase() != Phase.IDLE) {
        install.clear();
        return refused(state, Result.NO_SPACE, "DISK_FULL");
      }
      throw e;
    }
  }

  private Step idle(State state) {
    Optional<String> chosen = station.chosen();
    if (chosen.isEmpty()) {
      return new Step.Wait(Pause.CHOICE);
    }
    var job = new State.Job(chosen.get(), "", "", 0);
    return new Step.To(state.with(job).with(new Tries(1, 0)).to(Phase.METADATA));
  }

  private State leaving(State state) {
    var proof = new State.Proof(0, false, station.hadContact());
    return state.with(proof).with(new Tries(1, 0)).to(Phase.ACTIVATING);
  }

  private Step confirm(State state) {
    if (!probation.confirm(state.job().slot())) {
      return new Step.To(state.with(Result.FAILED, "DID_NOT_START").to(Phase.ROLLING_BACK));
    }
    install.clear();
    var done = state.withEpoch(state.job().epoch()).with(Result.SUCCESS, "");
    return new Step.To(done.to(Phase.CONFIRMED));
  }

  private Step told(State state) {
    if (probation.mustRestart()) {
      return new Step.Wait(Pause.RESTART);
    }
    install.clear();
    return station.report(state.job().release(), state.verdict())
        ? new Step.To(state.forgetting())
        : new Step.Wait(Pause.EAR);
  }

  private static Step refused(State state, Result result, String code) {
    return new Step.To(state.with(result, code).to(Phase.REFUSED));
  }

  private static Result result(TrustException.Code code) {
    return code == TrustException.Code.UNKNOWN_TARGET
        ? Result.UNKNOWN_RELEASE
        : Result.BAD_INTEGRITY;
  }
}
