package org.fieldstation.sim.chips;

/** What virtual chips measure, at the moment they measure. */
public interface Surroundings {

  /** In degrees Celsius. */
  double temperature();

  /** In %RH. */
  double humidity();

  /** In Pa. */
  double pressure();

  /** In lx. */
  double illuminance();

  /** In ppm. */
  double carbonDioxide();

  /** Particles up to 2.5 um, in ug/m3. */
  double dust();

  /** At that input of an analog converter, in V. */
  double inputVolts(int input);

  /** Of the station's supply, in V. */
  double supplyVolts();

  /** From the supply to the station, in A. */
  double supplyAmpere();

  /** Of the battery's cell, 0 to 100. */
  double chargePercent();
}
