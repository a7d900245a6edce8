package org.fieldstation.models.measures;

/** How strongly a frequency counts, after IEC 61672-1, annex E. */
public enum Weighting {
  /** As people hear. */
  A {
    @Override
    public double decibels(double hertz) {
      double f = hertz * hertz;
      double gain =
          HIGH
              * f
              * f
              / ((f + LOW) * Math.sqrt((f + 107.7 * 107.7) * (f + 737.9 * 737.9)) * (f + HIGH));
      return 20 * Math.log10(gain) + 2.0;
    }
  },
  /** As people hear what is loud. */
  C {
    @Override
    public double decibels(double hertz) {
      double f = hertz * hertz;
      return 20 * Math.log10(HIGH * f / ((f + LOW) * (f + HIGH))) + 0.062;
    }
  },
  /** All alike. */
  Z {
    @Override
    public double decibels(double hertz) {
      return 0;
    }
  };

  private static final double LOW = 20.6 * 20.6;
  private static final double HIGH = 12194.0 * 12194.0;

  /**
   * The weight of a frequency, 0 dB at 1 kHz; minus infinity for a constant where that is heard.
   */
  public abstract double decibels(double hertz);

  /** The same as a factor of power. */
  final double factor(double hertz) {
    return Math.pow(10, decibels(hertz) / 10);
  }
}
