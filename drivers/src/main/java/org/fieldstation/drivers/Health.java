package org.fieldstation.drivers;

/** How a device is, apart from what it measures. */
public sealed interface Health {

  /** All it should measure is measured. */
  record Ok() implements Health {}

  /** It works, but not in everything or not every time. */
  record Warning(String reason) implements Health {}

  /** Nothing can be had from it. */
  record Failed(String reason) implements Health {}

  /** The health that one sample shows. */
  static Health of(Sample sample) {
    if (sample.faults().isEmpty()) {
      return new Ok();
    }
    var first = sample.faults().getFirst();
    var reason = first.quantity() + ": " + first.code() + ", " + first.detail();
    return sample.readings().isEmpty() ? new Failed(reason) : new Warning(reason);
  }
}
