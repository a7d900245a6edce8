package org.fieldstation.station.listen;

import java.time.Duration;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.StationClock;

/**
 * When a sample was taken: sound is timed by counting samples, and the count is tied to the
 * station's clock by the block that came with the least delay. A block can only come late, never
 * early, so the least delay of the last minute is the best tie; taking it anew each minute follows
 * a sound card that runs 50 parts in a million off, 4 s a day.
 */
public final class Timeline {
  private static final double TIE_FOR_SECONDS = 60;

  /**
   * No sound card drifts by more than 2000 parts in a million. A delay that grows faster is ours:
   * we are falling behind, and time must not fall behind with us.
   */
  private static final double MOST_DRIFT = 2000e-6 * TIE_FOR_SECONDS;

  private final StationClock clock;
  private double tiedSince = Double.NEGATIVE_INFINITY;
  private double leastBefore = Double.POSITIVE_INFINITY;
  private double least = Double.POSITIVE_INFINITY;
  private double last = Double.POSITIVE_INFINITY;

  public Timeline(StationClock clock) {
    this.clock = clock;
  }

  /** Notes the arrival of a sound, just now. */
  public void heard(Sound sound) {
    double heardSeconds = (double) sound.end() / sound.rate();
    double delay = seconds(clock.now().uptime()) - heardSeconds;
    if (heardSeconds - tiedSince > TIE_FOR_SECONDS) {
      tiedSince = heardSeconds;
      leastBefore = least;
      least = leastBefore + MOST_DRIFT;
    }
    last = delay;
    least = Math.min(least, delay);
  }

  /** Seconds by which the sound that came last came later than the quickest. */
  public double late() {
    return last - Math.min(least, leastBefore);
  }

  /** The moment that lies so many seconds after the microphone was opened. */
  public Moment at(double secondsHeard) {
    var now = clock.now();
    double uptime = secondsHeard + Math.min(least, leastBefore);
    return now.plus(Duration.ofNanos(Math.round((uptime - seconds(now.uptime())) * 1e9)));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
