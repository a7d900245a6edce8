package org.fieldstation.ota.update;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.slots.Trial;
import org.fieldstation.ota.update.State.Proof;
import org.fieldstation.ota.update.Verdict.Result;

/** A new release on trial: it must prove itself, or the old one comes back. */
final class Probation {
  /** Running time is written at most so often, or at once when something was proved. */
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

  private final Slots slots;
  private final Trial trial;
  private final String running;
  private final Station station;
  private final Limits limits;
  private Duration counted = Duration.ZERO;

  Probation(Disk disk, Path root, String running, Station station, Limits limits) {
    this.limits = limits;
    this.slots = new Slots(disk, root);
    this.trial = new Trial(disk, root);
    this.running = running;
    this.station = station;
  }

  private boolean isCurrent(String slot) {
    return slots.current().equals(Optional.of(slot));
  }

  boolean mustRestart() {
    return slots.current().filter(current -> !current.equals(running)).isPresent();
  }

  /**
   * Once switched, never granted again from here: a release that crashes must run out of starts.
   */
  Step activate(State state) {
    var slot = state.job().slot();
    if (trial.bad().contains(slot)) {
      return failed(state, "DID_NOT_START");
    }
    if (!isCurrent(slot)) {
      trial.grant(slot);
      slots.switchTo(slot);
    }
    return new Step.To(state.to(Phase.TRIAL));
  }

  Step trial(State state, Consumer<State> saved) {
    var slot = state.job().slot();
    if (trial.bad().contains(slot) || !isCurrent(slot)) {
      return failed(state, "DID_NOT_START");
    }
    if (!running.equals(slot)) {
      return new Step.Wait(Pause.RESTART);
    }
    return judged(state.with(proof(state.proof())), state.proof(), saved);
  }

  /** Well, and for as long as a trial lasts: what leaks or hangs begins well. */
  private Proof proof(Proof before) {
    var more = station.uptime().minus(counted);
    var proven = station.uptime().compareTo(limits.trial()) >= 0 && station.isHealthy();
    return new Proof(
        before.seconds() + more.toSeconds(),
        before.healthy() || proven,
        before.contactNeeded() && !station.reachedServer());
  }

  private Step judged(State state, Proof before, Consumer<State> saved) {
    var proof = state.proof();
    if (station.isRejected()) {
      return failed(state, "REJECTED");
    }
    if (proof.healthy() && !proof.contactNeeded()) {
      return new Step.To(state.to(Phase.CONFIRMING));
    }
    if (!proof.healthy() && !station.isRecording()) {
      return failed(state, "NOT_RECORDING");
    }
    if (!proof.healthy() && proof.seconds() >= limits.health().toSeconds()) {
      return failed(state, "NOT_HEALTHY");
    }
    if (proof.seconds() >= limits.contact().toSeconds()) {
      return failed(state, "NO_CONTACT");
    }
    if (proof.healthy() && station.uptime().compareTo(limits.trial()) >= 0) {
      trial.grant(state.job().slot()); // a good start uses up none
    }
    if (proof.seconds() - before.seconds() >= WRITTEN_EVERY.toSeconds()
        || !proof.equals(new Proof(proof.seconds(), before.healthy(), before.contactNeeded()))) {
      counted = counted.plusSeconds(proof.seconds() - before.seconds());
      saved.accept(state);
    }
    return new Step.Wait(Pause.PROOF);
  }

  /** False where the launcher went back while this was being written down. */
  boolean confirm(String slot) {
    if (!isCurrent(slot)) {
      return false;
    }
    trial.end();
    return true;
  }

  private static Step failed(State state, String code) {
    return new Step.To(state.with(Result.FAILED, code).to(Phase.ROLLING_BACK));
  }

  /** Back where no trial is on; false where there is no way. */
  boolean goBack() {
    trial.end();
    return slots.goBack();
  }

  Step rollBack(State state) {
    var slot = state.job().slot();
    if (isCurrent(slot)) {
      slots.goBack();
    }
    trial.end();
    return new Step.To(state.withBad(slot).to(Phase.ROLLED_BACK));
  }
}
