package org.fieldstation.station.look;

import java.time.Duration;
import java.util.List;
import org.fieldstation.drivers.time.Moment;

/**
 * The frames of one event, in their order.
 *
 * @param trigger the word for what started it
 * @param start when that was
 */
public record Burst(String trigger, Moment start, List<Look> looks) {
  public Burst {
    looks = List.copyOf(looks);
  }

  /** From the trigger to the last frame. */
  public Duration length() {
    return looks.getLast().frame().taken().uptime().minus(start.uptime());
  }
}
