package org.fieldstation.drivers.weather;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Ten minutes of wind, sampled at 4 Hz or faster (WMO-No. 8, part I, 5.1 and 5.8). A sample that is
 * missing stays missing: it lowers the coverage, and no gust is looked for across it.
 */
public final class WindWindow {
  private static final int SECONDS = 600;
  private static final int GUST_SECONDS = 3;
  private static final int LEAST_HERTZ = 4;
  private static final double LEAST_COVERAGE = 2 / 3.0;

  /** Below this a vane does not turn, and a direction would be that of an earlier wind. */
  private static final double CALM_METRES_PER_SECOND = 0.2;

  private final int gustSamples;
  private final double[] speeds;
  private final double[] degrees;
  private int at;
  private int filled;

  /** A window that gets a sample {@code hertz} times a second. */
  public WindWindow(int hertz) {
    if (hertz < LEAST_HERTZ) {
      throw new IllegalArgumentException(
          "gusts of 3 s need at least 4 samples a second, not " + hertz);
    }
    gustSamples = GUST_SECONDS * hertz;
    speeds = new double[SECONDS * hertz];
    degrees = new double[SECONDS * hertz];
  }

  /** The next sample; empty where something could not be measured. */
  public void add(OptionalDouble metresPerSecond, OptionalDouble directionDegrees) {
    speeds[at] = metresPerSecond.orElse(Double.NaN);
    degrees[at] = directionDegrees.orElse(Double.NaN);
    at = (at + 1) % speeds.length;
    filled = Math.min(filled + 1, speeds.length);
  }

  /** The wind of the last ten minutes; empty when less than two thirds of it was measured. */
  public Optional<Wind> wind() {
    int measured = 0;
    int directed = 0;
    double sum = 0;
    double north = 0;
    double east = 0;
    for (int i = 0; i < filled; i++) {
      if (!Double.isNaN(speeds[i])) {
        measured++;
        sum += speeds[i];
        if (!Double.isNaN(degrees[i])) {
          directed++;
          north += speeds[i] * Math.cos(Math.toRadians(degrees[i]));
          east += speeds[i] * Math.sin(Math.toRadians(degrees[i]));
        }
      }
    }
    double coverage = measured / (double) speeds.length;
    if (coverage < LEAST_COVERAGE) {
      return Optional.empty();
    }
    double mean = sum / measured;
    boolean enough = directed >= speeds.length * LEAST_COVERAGE;
    double length = enough ? Math.hypot(north, east) / directed : Double.NaN;
    return Optional.of(
        new Wind(
            mean,
            enough ? OptionalDouble.of(length) : OptionalDouble.empty(),
            enough
                ? OptionalDouble.of(mean < CALM_METRES_PER_SECOND ? 0 : comesFrom(north, east))
                : OptionalDouble.empty(),
            gust(),
            coverage));
  }

  private static double comesFrom(double north, double east) {
    double angle = Math.toDegrees(Math.atan2(east, north));
    return angle <= 0 ? angle + 360 : angle;
  }

  /** Every three seconds in a row of which no sample is missing, oldest first. */
  private OptionalDouble gust() {
    int oldest = filled < speeds.length ? 0 : at;
    double most = Double.NEGATIVE_INFINITY;
    for (int first = 0; first + gustSamples <= filled; first++) {
      double sum = 0; // summed anew each time: a running sum would keep a NaN for ever
      for (int i = first; i < first + gustSamples; i++) {
        sum += speeds[(oldest + i) % speeds.length];
      }
      double mean = sum / gustSamples;
      if (mean > most) { // never so for NaN
        most = mean;
      }
    }
    return most < 0 ? OptionalDouble.empty() : OptionalDouble.of(most);
  }
}
