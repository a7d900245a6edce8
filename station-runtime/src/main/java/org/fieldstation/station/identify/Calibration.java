package org.fieldstation.station.identify;

/**
 * How a label's score is bent: the straight line through its log-odds that a logistic regression of
 * checked detections gives (Platt 1999).
 *
 * @param slope above 0; 1 leaves the score as it is
 * @param offset in log-odds; 0 leaves the score as it is
 */
public record Calibration(double slope, double offset) {
  private static final double LEAST = 1e-6;

  public Calibration {
    if (!(slope > 0 && slope <= 100) || !(Math.abs(offset) <= 100)) {
      throw new IllegalArgumentException(
          "calibration is [slope, offset] with a slope above 0, and neither beyond 100");
    }
  }

  float of(float score) {
    double p = Math.clamp(score, LEAST, 1 - LEAST);
    return (float) (1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset))));
  }
}
