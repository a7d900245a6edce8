package org.fieldstation.station.classify;

import java.nio.file.Path;

/** Who wants to see how far the work has come. Called from all workers at once. */
public interface Progress {
  Progress UNSEEN = new Progress() {};

  /**
   * A part of a recording was heard.
   *
   * @param part from its beginning, 0 to 1
   */
  default void heard(Path file, double part) {}

  /** A recording is done, well or badly. */
  default void done(Path file) {}

  /** Something else is about to be written where progress is shown. */
  default void clear() {}
}
