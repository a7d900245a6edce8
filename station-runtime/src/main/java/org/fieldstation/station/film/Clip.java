package org.fieldstation.station.film;

import java.time.Duration;
import java.util.List;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Moment;

/**
 * The frames around an event, in their order.
 *
 * @param event when the event began, which is how records know that they belong together
 * @param whole whether it is as long as it was meant to be
 */
public record Clip(Moment event, List<Frame> frames, boolean whole) {
  public Clip {
    frames = List.copyOf(frames);
  }

  /** From one frame to the next, on the mean. */
  public Duration period() {
    var first = frames.getFirst().taken().uptime();
    var last = frames.getLast().taken().uptime();
    return last.minus(first).dividedBy(Math.max(1, frames.size() - 1));
  }
}
