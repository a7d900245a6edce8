package org.fieldstation.station.look;

import java.time.Duration;
import java.util.List;
import org.fieldstation.drivers.time.Moment;

/**
 * The frames of one event, in their order.
 *
 * @param trigger the word for what started it
 * @param start when that was
 * @param filmed whether a clip of it will be kept
 */
public record Burst(String trigger, Moment start, List<Look> looks, boolean filmed) {
  public Burst {
    looks = List.copyOf(looks);
  }

  /** A burst that nobody films. */
  public Burst(String trigger, Moment start, List<Look> looks) {
    this(trigger, start, looks, false);
  }

  /** The same burst, and whether a clip of it will be kept. */
  public Burst filmed(boolean is) {
    return new Burst(trigger, start, looks, is);
  }

  /** From the trigger to the last frame. */
  public Duration length() {
    return looks.getLast().frame().taken().uptime().minus(start.uptime());
  }
}
