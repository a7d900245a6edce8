package org.fieldstation.station.listen;

import java.util.Locale;

/**
 * What is wrong with a microphone, as its sound shows over a while. A microphone hears at least
 * itself: the quietest that is sold has noise near -100 dBFS, and no forest is a square wave.
 */
public enum Ailment {
  NONE,
  /** Not even its own noise: a broken capsule or cable, a muted input. */
  DEAD,
  /** At full scale all the time: gain too high, or water in the capsule. */
  CLIPPED,
  /** A constant part of a tenth of full scale: a broken coupling, half of the range is lost. */
  OFFSET,
  /** Samples that are no numbers. */
  BROKEN;

  private static final double QUIETEST = -105;
  private static final double MOST_CLIPPED = 0.01;
  private static final double MOST_OFFSET = 0.1;

  /** What that level shows. */
  public static Ailment of(Level level) {
    if (!level.finite()) {
      return BROKEN;
    }
    if (level.rms() < QUIETEST) {
      return DEAD;
    }
    if (level.clipped() > MOST_CLIPPED) {
      return CLIPPED;
    }
    return Math.abs(level.dc()) > MOST_OFFSET ? OFFSET : NONE;
  }

  /** Its stable word, for instance {@code dead}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
