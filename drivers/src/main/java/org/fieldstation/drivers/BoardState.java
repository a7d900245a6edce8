package org.fieldstation.drivers;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How the computer itself is: how hot, and what its firmware holds back.
 *
 * @param celsius of the processor; empty where the kernel does not say
 * @param now what is held back at this moment
 * @param sinceBoot what was held back at some time since the board was powered
 */
public record BoardState(OptionalDouble celsius, Set<Throttle> now, Set<Throttle> sinceBoot) {

  /** Of a board that says nothing. */
  public static final BoardState UNKNOWN = of(OptionalDouble.empty(), 0);

  private static final int SINCE_BOOT = 16;

  public BoardState {
    now = Set.copyOf(now);
    sinceBoot = Set.copyOf(sinceBoot);
  }

  /** What the firmware holds back, by its bit. */
  public enum Throttle {
    /** The supply is below 4.63 V: a thin cable, or a battery at its end. */
    UNDER_VOLTAGE(0),
    FREQUENCY_CAPPED(1),
    THROTTLED(2),
    /** Above the soft limit, 60 Cel unless configured. */
    SOFT_TEMPERATURE_LIMIT(3);

    private final int bit;

    Throttle(int bit) {
      this.bit = bit;
    }
  }

  /**
   * The state that a Raspberry Pi's firmware tells.
   *
   * @param flags as {@code vcgencmd get_throttled} shows them
   */
  public static BoardState of(OptionalDouble celsius, long flags) {
    return new BoardState(celsius, set(flags), set(flags >> SINCE_BOOT));
  }

  private static Set<Throttle> set(long flags) {
    var set = EnumSet.noneOf(Throttle.class);
    for (var throttle : Throttle.values()) {
      if ((flags >> throttle.bit & 1) != 0) {
        set.add(throttle);
      }
    }
    return set;
  }
}
