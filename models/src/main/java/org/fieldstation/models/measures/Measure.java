package org.fieldstation.models.measures;

/**
 * A value with what it was measured by.
 *
 * @param name for instance {@code laeq} or {@code third-octave-31.5}
 * @param how unit first, then whatever another value must have in common to be compared with it
 */
public record Measure(String name, double value, String how) {
  public Measure {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " cannot be " + value);
    }
  }
}
