package org.fieldstation.station.listen;

/**
 * Two sample rates as the smallest whole numbers: {@code up} samples of output last exactly as long
 * as {@code down} samples of input.
 */
record Ratio(int up, int down) {
  static Ratio of(int from, int to) {
    var divisor = gcd(from, to);
    return new Ratio(to / divisor, from / divisor);
  }

  /** The first output that does not come before {@code input}; both count from the same instant. */
  long firstOutput(long input) {
    return Math.ceilDiv(Math.multiplyExact(input, (long) up), (long) down);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
