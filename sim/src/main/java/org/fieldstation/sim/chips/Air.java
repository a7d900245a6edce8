package org.fieldstation.sim.chips;

/** What a virtual chip measures, at the moment it measures. */
public interface Air {

  /** In degrees Celsius. */
  double temperature();

  /** In %RH. */
  double humidity();

  /** In Pa. */
  double pressure();

  /** In lx. */
  double illuminance();
}
