package org.fieldstation.station.identify;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * One reason to believe or to doubt a candidate. May remember; sees the windows of one microphone
 * in their order, and belongs to one thread.
 */
public interface Filter {

  /** Told of every window that was judged, before any verdict on its candidates. */
  default void hear(Window window, List<Detection> candidates) {}

  /**
   * Asked about a candidate that the filters before this one kept.
   *
   * @param watched whether a watch list has it
   * @return empty when this filter has nothing to say of it
   */
  Optional<Verdict> verdict(Detection candidate, boolean watched);
}
