package org.fieldstation.station.deliver.lwm2m;

import java.util.Optional;
import org.fieldstation.drivers.Quantity;

/** Where standard objects have a place for what the station's sensors measure. */
public interface ReadingPlaces {

  /** The path of a resource, for instance {@code /3303/0/5700}; empty when there is none. */
  Optional<String> path(String sensor, Quantity quantity);

  /**
   * Whether the server has been shown that object since this start. Servers refuse a whole Send for
   * one value of an object that is not registered.
   */
  boolean shown(String sensor, Quantity quantity);
}
