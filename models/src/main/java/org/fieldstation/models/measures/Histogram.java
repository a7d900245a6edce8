package org.fieldstation.models.measures;

/** How often each level came, in steps of a hundredth of a decibel: a day takes no more room. */
final class Histogram {
  private static final double LOWEST = -180;
  private static final double HIGHEST = 20;
  private static final int STEPS = 100;

  private final int[] counts = new int[(int) ((HIGHEST - LOWEST) * STEPS) + 1];
  private long total;

  void add(double decibels) {
    double place = (Math.clamp(decibels, LOWEST, HIGHEST) - LOWEST) * STEPS;
    counts[(int) Math.round(place)]++;
    total++;
  }

  /** The level that was exceeded in that part of the cases; minus infinity for digital silence. */
  double exceeded(double part) {
    long below = Math.round((1 - part) * (total - 1));
    int step = 0;
    for (long seen = counts[0]; seen <= below; seen += counts[step]) {
      step++;
    }
    return step == 0 ? Double.NEGATIVE_INFINITY : LOWEST + (double) step / STEPS;
  }
}
