package org.fieldstation.ota.update;

import java.util.Set;

/**
 * Where an update is. Each phase names what is done next; it is on disk before that is begun, and
 * doing it again after a cut leads to the same end.
 */
public enum Phase {
  /** Waits for somebody to choose a release. */
  IDLE,
  /** Follows the signatures to that release and looks whether it fits this station. */
  METADATA,
  /** Brings what this station does not have yet. */
  DOWNLOADING,
  /** Reads everything back from disk. */
  VERIFYING,
  /** Makes the new slot. */
  STAGING,
  /** Waits for leave to restart. */
  STAGED,
  /** Grants the new slot its starts and switches to it. */
  ACTIVATING,
  /** The new release runs and has to prove itself. */
  TRIAL,
  /** The new release stays. */
  CONFIRMING,
  /** Back to the old release. */
  ROLLING_BACK,
  /** Done; told until somebody heard it. */
  CONFIRMED,
  /** Undone; told until somebody heard it. */
  ROLLED_BACK,
  /** Never begun; told until somebody heard it. */
  REFUSED;

  /** The whole table: no other step can be written to disk. */
  public Set<Phase> next() {
    return switch (this) {
      case IDLE -> Set.of(METADATA);
      case METADATA -> Set.of(DOWNLOADING, CONFIRMED, REFUSED);
      case DOWNLOADING -> Set.of(VERIFYING, REFUSED);
      case VERIFYING -> Set.of(STAGING, DOWNLOADING, REFUSED);
      case STAGING -> Set.of(STAGED, DOWNLOADING, REFUSED);
      case STAGED -> Set.of(ACTIVATING, REFUSED);
      case ACTIVATING -> Set.of(TRIAL, ROLLING_BACK);
      case TRIAL -> Set.of(CONFIRMING, ROLLING_BACK);
      case CONFIRMING -> Set.of(CONFIRMED, ROLLING_BACK);
      case ROLLING_BACK -> Set.of(ROLLED_BACK);
      case CONFIRMED, ROLLED_BACK, REFUSED -> Set.of(IDLE);
    };
  }

  /** True before anything of the running release was touched. */
  boolean isHarmless() {
    return compareTo(STAGED) <= 0;
  }

  /** True while it can still be called off as if it had never been chosen. */
  boolean isCancellable() {
    return isHarmless() && this != IDLE;
  }

  /** True while something is being done that a fault could cut; waiting is not. */
  boolean isWork() {
    return switch (this) {
      case METADATA, DOWNLOADING, VERIFYING, STAGING, ACTIVATING -> true;
      case IDLE, STAGED, TRIAL, CONFIRMING, ROLLING_BACK, CONFIRMED, ROLLED_BACK, REFUSED -> false;
    };
  }
}
