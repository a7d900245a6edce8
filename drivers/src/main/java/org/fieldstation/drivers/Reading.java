package org.fieldstation.drivers;

/** A value that was measured. What could not be measured is a {@link SensorFault} instead. */
public record Reading(Quantity quantity, double value) {
  public Reading {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quantity + " cannot be " + value);
    }
  }

  /** The SenML unit the value is in. */
  public String unit() {
    return quantity.unit();
  }
}
