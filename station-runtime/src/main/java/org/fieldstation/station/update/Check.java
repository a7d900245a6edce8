package org.fieldstation.station.update;

import java.util.Optional;

/** One thing that a healthy release does. */
@FunctionalInterface
public interface Check {

  /** What is wrong, as a stable word; nothing when it is well. */
  Optional<String> objection();
}
