package org.fieldstation.ota.update;

/** What an update waits for before it can go on. */
public enum Pause {
  /** Nobody has chosen a release. */
  CHOICE,
  /** The link, or leave to use it. */
  LINK,
  /** Leave to restart. */
  LEAVE,
  /** This process must end, so that the launcher starts the current slot. */
  RESTART,
  /** The trial goes on. */
  PROOF,
  /** Nobody has heard yet how it ended. */
  EAR
}
