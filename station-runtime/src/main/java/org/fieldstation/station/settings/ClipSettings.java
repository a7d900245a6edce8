package org.fieldstation.station.settings;

import java.time.Duration;
import java.util.Optional;
import org.fieldstation.station.film.ClipRule;

/**
 * Short clips of events, from before they began.
 *
 * @param beforeS seconds from before the event; 3 when absent
 * @param afterS seconds after it began; 7 when absent
 * @param framesPerSecond of the clip; 8 when absent
 */
public record ClipSettings(
    Optional<Integer> beforeS, Optional<Integer> afterS, Optional<Double> framesPerSecond) {
  private static final int BEFORE = 3;
  private static final int AFTER = 7;
  private static final double USUAL = 8;

  public ClipSettings {
    int before = beforeS.orElse(BEFORE);
    int after = afterS.orElse(AFTER);
    if (before < 0 || before > 30 || after < 1 || after > 60) {
      throw new IllegalArgumentException("before-s: 0 to 30, after-s: 1 to 60");
    }
    double fps = framesPerSecond.orElse(USUAL);
    if (!(fps >= 1 && fps <= 30)) {
      throw new IllegalArgumentException("a clip's frames-per-second: 1 to 30");
    }
  }

  /** How often the camera gives a frame. */
  public double framesPerSecondOrDefault() {
    return framesPerSecond.orElse(USUAL);
  }

  /**
   * What a clip holds.
   *
   * @param late how long after its beginning an event may still ask for its clip
   */
  public ClipRule rule(Duration late) {
    return new ClipRule(
        Duration.ofSeconds(beforeS.orElse(BEFORE)),
        Duration.ofSeconds(afterS.orElse(AFTER)),
        late,
        ClipRule.USUAL_BYTES);
  }
}
