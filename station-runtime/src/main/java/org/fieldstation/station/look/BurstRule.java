package org.fieldstation.station.look;

import java.time.Duration;

/**
 * How frames are put together to events.
 *
 * @param frames in one burst at most, those before the trigger included
 * @param before frames from before the trigger
 * @param quiet how long nothing must happen before the same place gives another event
 * @param again after so long it gives another one all the same
 */
public record BurstRule(Trigger trigger, int frames, int before, Duration quiet, Duration again) {
  public BurstRule {
    if (frames < 1 || frames > 100 || before < 0 || before >= frames) {
      throw new IllegalArgumentException(
          "a burst has 1 to 100 frames, fewer of them before the trigger");
    }
  }
}
