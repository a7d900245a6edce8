package org.fieldstation.ota.update;

import java.util.Set;
import java.util.TreeSet;

/** Everything an update has to know after a power cut. */
public record State(
    Phase phase, Job job, Tries tries, Proof proof, Verdict verdict, long epoch, Set<String> bad) {

  /** What is being installed, and how many bytes had to come for it. */
  record Job(String release, String slot, String manifest, long epoch, long wanted) {
    static final Job NONE = new Job("", "", "", 0, 0);

    Job wanting(long bytes) {
      return new Job(release, slot, manifest, epoch, bytes);
    }
  }

  /**
   * How often work was begun, how many bytes had come when it was last, and how often since then
   * nothing came.
   */
  record Tries(long begun, long bytes, long silences) {
    static final Tries NONE = new Tries(0, 0, 0);
  }

  /** What a new release has shown so far: its running time in seconds, and its health. */
  record Proof(long seconds, boolean healthy, boolean contactNeeded) {
    static final Proof NONE = new Proof(0, false, false);
  }

  static final State FIRST =
      new State(Phase.IDLE, Job.NONE, Tries.NONE, Proof.NONE, Verdict.NONE, 0, Set.of());

  public State {
    bad = Set.copyOf(bad);
  }

  /** The release on trial was well for as long as a trial lasts; it may still wait for a server. */
  public boolean isProven() {
    return proof.healthy();
  }

  State to(Phase next) {
    if (!phase.next().contains(next)) {
      throw new IllegalStateException("no way from %s to %s".formatted(phase, next));
    }
    return new State(next, job, tries, proof, verdict, epoch, bad);
  }

  State with(Job newJob) {
    return new State(phase, newJob, tries, proof, verdict, epoch, bad);
  }

  State with(Tries newTries) {
    return new State(phase, job, newTries, proof, verdict, epoch, bad);
  }

  State with(Proof newProof) {
    return new State(phase, job, tries, newProof, verdict, epoch, bad);
  }

  State with(Verdict.Result result, String reason) {
    return new State(phase, job, tries, proof, new Verdict(result, reason), epoch, bad);
  }

  State withEpoch(long newEpoch) {
    return new State(phase, job, tries, proof, verdict, Math.max(epoch, newEpoch), bad);
  }

  State withBad(String slot) {
    var more = new TreeSet<>(bad);
    more.add(slot);
    return new State(phase, job, tries, proof, verdict, epoch, more);
  }

  /** Waiting again; only what protects the station is kept. */
  State forgetting() {
    return new State(Phase.IDLE, Job.NONE, Tries.NONE, Proof.NONE, Verdict.NONE, epoch, bad);
  }
}
