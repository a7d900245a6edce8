package org.fieldstation.sim.world;

/**
 * Somebody who crosses the clearing, as an outline of ellipses around the middle of its body:
 * shaped after what makes the real one recognisable from afar.
 */
public enum Walker {
  /** Four legs, a level back, a head held forward. */
  DEER(0.16, 0.10, 9, 0x5a3a1c) {
    @Override
    boolean covers(double x, double y) {
      return in(x, y, 0, 0, 0.6, 0.35)
          || in(x, y, 0.6, -0.5, 0.16, 0.4)
          || in(x, y, 0.75, -0.85, 0.2, 0.15)
          || legs(x, y, -0.4, 0.4);
    }
  },
  /** Low and long, its head to the ground. */
  BOAR(0.13, 0.07, 7, 0x2a221c) {
    @Override
    boolean covers(double x, double y) {
      return in(x, y, 0, 0, 0.65, 0.5) || in(x, y, 0.7, 0.2, 0.3, 0.25) || legs(x, y, -0.35, 0.35);
    }
  },
  /** Small and quick. */
  PHEASANT(0.10, 0.08, 6, 0x8a3a1a) {
    @Override
    boolean covers(double x, double y) {
      return in(x, y, 0, 0, 0.5, 0.4)
          || in(x, y, -0.7, -0.1, 0.5, 0.08)
          || in(x, y, 0.5, -0.5, 0.12, 0.25);
    }
  },
  /** Upright, in a red jacket. */
  HIKER(0.05, 0.16, 8, 0xb02020) {
    @Override
    boolean covers(double x, double y) {
      return in(x, y, 0, -0.2, 0.5, 0.4) || in(x, y, 0, -0.8, 0.25, 0.14) || legs(x, y, -0.2, 0.2);
    }
  };

  private final double halfWidth;
  private final double halfHeight;
  private final double seconds;
  private final int colour;

  Walker(double halfWidth, double halfHeight, double seconds, int colour) {
    this.halfWidth = halfWidth;
    this.halfHeight = halfHeight;
    this.seconds = seconds;
    this.colour = colour;
  }

  /** How long it takes from one side to the other, in seconds. */
  public double seconds() {
    return seconds;
  }

  int colour() {
    return colour;
  }

  /** Whether it covers a place that lies so far from its middle, in parts of the picture. */
  boolean isAt(double x, double y) {
    return Math.abs(x) < 1.3 * halfWidth
        && Math.abs(y) < 1.3 * halfHeight
        && covers(x / halfWidth, y / halfHeight);
  }

  /** The same, in half widths and half heights of the body. */
  abstract boolean covers(double x, double y);

  private static boolean in(
      double x, double y, double middleX, double middleY, double width, double height) {
    double across = (x - middleX) / width;
    double down = (y - middleY) / height;
    return across * across + down * down < 1;
  }

  private static boolean legs(double x, double y, double back, double front) {
    return y > 0 && y < 1 && (Math.abs(x - back) < 0.08 || Math.abs(x - front) < 0.08);
  }
}
