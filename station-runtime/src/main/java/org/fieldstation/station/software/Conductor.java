package org.fieldstation.station.software;

import org.jspecify.annotations.Nullable;

/** Who tries configurations on the running station. Each answers null, or the objection. */
public interface Conductor {

  /** Whether the server of that name could have this configuration tried. */
  @Nullable String examine(String by, byte[] proposal);

  /** Puts it on trial, on which it stays only if that server is reached. */
  @Nullable String configure(String by, byte[] proposal);

  /** Takes the one on trial back. */
  @Nullable String withdraw(String by);

  /** The configuration as it stands. */
  byte[] current();
}
