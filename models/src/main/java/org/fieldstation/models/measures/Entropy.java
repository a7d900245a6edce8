package org.fieldstation.models.measures;

/** Shannon's entropy of parts of a whole, of which only the sums are kept. */
final class Entropy {
  private double sum;
  private double sumOfLogs;
  private long parts;

  static Entropy of(double[] parts) {
    var entropy = new Entropy();
    for (double part : parts) {
      entropy.add(part);
    }
    return entropy;
  }

  void add(double part) {
    sum += part;
    sumOfLogs += part > 0 ? part * Math.log(part) : 0;
    parts++;
  }

  /** In nats; not a number where all parts are nothing. */
  double nats() {
    return sum > 0 ? Math.max(0, Math.log(sum) - sumOfLogs / sum) : Double.NaN;
  }

  /** As a share of what equal parts would have, 0 to 1. */
  double evenness() {
    return nats() / Math.log((double) parts);
  }
}
