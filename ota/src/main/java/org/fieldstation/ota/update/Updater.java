package org.fieldstation.ota.update;

import java.io.IOException;
import java.nio.file.Path;
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
  /** Work begun so often without an end or new bytes is given up: no loop lasts for ever. */
  public static final int MOST_TRIES = 28;

  private final StateFile file;
  private final Station station;
  private final Install install;
  private final Probation probation;
  private final Limits limits;
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
      Limits limits,
      Consumer<Phase> watcher) {
    this.file = new StateFile(disk, root);
    this.station = station;
    this.install = new Install(disk, root, trust, repository, station);
    this.probation = new Probation(disk, root, running, station, limits);
    this.limits = limits;
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

  /**
   * Goes back to the release before, outside of any update: one rename, so it is done or not. Ends
   * this process afterwards. False where there is no such release.
   */
  public boolean goBack() {
    return file.load().phase() == Phase.IDLE && probation.goBack();
  }

  /** Work counts as begun before it is: what crashes every time must come to an end too. */
  private State begun(State state) {
    if (!state.phase().isWork()) {
      return state;
    }
    var bytes = install.bytes();
    var before = state.tries();
    var tries =
        bytes > before.bytes()
            ? new Tries(1, bytes, 0)
            : new Tries(before.begun() + 1, bytes, before.silences());
    return save(state.with(tries));
  }

  private Pause paused(State state, Pause pause) {
    if (state.phase().isWork()) {
      var tries = file.load().tries(); // a silence may have been counted
      save(state.with(new Tries(Math.max(0, tries.begun() - 1), tries.bytes(), tries.silences())));
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
    if (state.phase().isCancellable() && station.withdrawn()) {
      install.clear();
      return refused(state, Result.CANCELLED, "CANCELLED");
    }
    try {
      return switch (state.phase()) {
        case IDLE -> idle(state);
        case METADATA -> install.metadata(state);
        case DOWNLOADING -> download(state);
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
    } catch (IOException e) {
      return silent(file.load(), e); // only the repository throws it: the rest of the way later
    } catch (TrustException e) {
      return refused(state, result(e.code()), e.code().name());
    } catch (Refusal e) {
      return refused(state, e.result(), e.code());
    } catch (SlotException e) {
      return refused(state, Result.BAD_INTEGRITY, e.code().name());
    } catch (JsonException e) {
      return refused(state, Result.BAD_INTEGRITY, "BAD_MANIFEST");
    } catch (DiskException e) {
      if (e.isFull() && state.phase().isHarmless() && state.phase() != Phase.IDLE) {
        install.makeRoom(state);
        return refused(state, Result.NO_SPACE, "DISK_FULL");
      }
      throw e;
    }
  }

  private Step download(State state) throws IOException {
    var known = new State[] {state};
    var step =
        install.download(
            state,
            wanted -> {
              if (wanted > state.job().wanted()) { // what was brought before stays counted
                known[0] = save(state.with(state.job().wanting(wanted)));
              }
            });
    return step instanceof Step.To ? new Step.To(known[0].to(Phase.VERIFYING)) : step;
  }

  /** A budget that is used up is no silence, and neither is a piece that came before the cut. */
  private Step silent(State state, IOException why) {
    if (!station.mayDownload()) {
      return new Step.Wait(Pause.LINK);
    }
    station.linkFailed(String.valueOf(why.getMessage()));
    var bytes = install.bytes();
    var silences = bytes > state.tries().bytes() ? 0 : state.tries().silences() + 1;
    if (silences >= limits.silences()) {
      install.clear();
      return refused(state, Result.LINK_LOST, "LINK_LOST");
    }
    save(state.with(new Tries(state.tries().begun(), bytes, silences)));
    return new Step.Wait(Pause.LINK);
  }

  private Step idle(State state) {
    Optional<String> chosen = station.chosen();
    if (chosen.isEmpty()) {
      return new Step.Wait(Pause.CHOICE);
    }
    var job = new State.Job(chosen.get(), "", "", 0, 0);
    return new Step.To(state.with(job).with(new Tries(1, 0, 0)).to(Phase.METADATA));
  }

  private State leaving(State state) {
    station.leaving();
    var proof = new State.Proof(0, false, station.hadContact());
    return state.with(proof).with(new Tries(1, 0, 0)).to(Phase.ACTIVATING);
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
