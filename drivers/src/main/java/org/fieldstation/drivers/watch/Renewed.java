package org.fieldstation.drivers.watch;

import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;

/**
 * A sensor that is opened anew when it has had nothing but faults twice in a row. A chip whose
 * supply dipped answers and has forgotten that it was to measure: only opening sets it up again.
 */
public final class Renewed implements Sensor {
  private static final int PATIENCE = 2;

  private final Opening opening;
  private Sensor sensor;
  private int failures;

  private Renewed(Opening opening, Sensor sensor) {
    this.opening = opening;
    this.sensor = sensor;
  }

  /** Opens it for the first time. */
  public static Renewed open(Opening opening) throws InterruptedException {
    return new Renewed(opening, opening.open());
  }

  @Override
  public String name() {
    return sensor.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return sensor.quantities();
  }

  @Override
  public Sample read() throws InterruptedException {
    if (failures >= PATIENCE) {
      sensor = opening.open();
      failures = 0;
    }
    var sample = sensor.read();
    failures = sample.readings().isEmpty() ? failures + 1 : 0;
    return sample;
  }
}
