package org.fieldstation.station.hearing;

/**
 * Which models rest when the machine cannot keep up: the least important one first, and back in the
 * other order when it can again. One that has to rest again soon after it came back stays away
 * twice as long the next time.
 */
public final class Sacrifice {
  /** Later than this it will not get better by itself; the capture keeps a minute. */
  static final double LATE_SECONDS = 5;

  /** What a step changes is seen only after a while. */
  static final double BETWEEN_STEPS_SECONDS = 5;

  static final double CAUGHT_UP_SECONDS = 1;
  static final double FIRST_REST_SECONDS = 60;
  static final double LONGEST_REST_SECONDS = 1800;

  private final int models;
  private int resting;
  private double changed = Double.NEGATIVE_INFINITY;
  private double came = Double.NEGATIVE_INFINITY;
  private double rest = FIRST_REST_SECONDS;

  /**
   * @param models how many there are, in their order of importance
   */
  public Sacrifice(int models) {
    this.models = models;
  }

  /**
   * How many models, from the least important on, are to rest.
   *
   * @param late seconds by which what is worked on is behind what was heard
   * @param uptime seconds
   */
  public int resting(double late, double uptime) {
    if (late > LATE_SECONDS) {
      more(uptime);
    } else if (late < CAUGHT_UP_SECONDS && resting > 0 && uptime - changed >= rest) {
      resting--;
      changed = uptime;
      came = uptime;
    }
    return resting;
  }

  private void more(double uptime) {
    if (resting == models || uptime - changed < BETWEEN_STEPS_SECONDS) {
      return;
    }
    rest = uptime - came < 2 * rest ? Math.min(2 * rest, LONGEST_REST_SECONDS) : FIRST_REST_SECONDS;
    resting++;
    changed = uptime;
  }
}
