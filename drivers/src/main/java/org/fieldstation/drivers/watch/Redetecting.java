package org.fieldstation.drivers.watch;

import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault;
import org.jspecify.annotations.Nullable;

/**
 * A place where a sensor should be. While it is not there, every read is a fault and looks for it
 * again, from the proof of its identity on: what is plugged in later may be another chip, with
 * another calibration.
 */
public final class Redetecting implements Sensor {
  private final String name;
  private final Set<Quantity> quantities;
  private final Opening opening;
  private @Nullable Sensor sensor;

  public Redetecting(String name, Set<Quantity> quantities, Opening opening) {
    this.name = name;
    this.quantities = Set.copyOf(quantities);
    this.opening = opening;
  }

  /** The place of a sensor that has just been opened there. */
  public static Redetecting from(Sensor found, Opening again) {
    var place = new Redetecting(found.name(), found.quantities(), again);
    place.sensor = found;
    return place;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Quantity> quantities() {
    return quantities;
  }

  @Override
  public Sample read() throws InterruptedException {
    try {
      var open = sensor;
      if (open == null) {
        open = opening.open();
        sensor = open;
      }
      return open.read();
    } catch (DeviceException gone) {
      sensor = null;
      var why = gone.getMessage();
      return Sample.failed(
          quantities, SensorFault.Code.LOST, why == null ? gone.code().name() : why);
    }
  }
}
