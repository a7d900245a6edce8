package org.fieldstation.drivers.catalogue;

import java.util.List;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sensor;

/**
 * A kind of chip that is known.
 *
 * @param name what a configuration calls it
 * @param quantities what it measures
 * @param usualPlace where it is on most boards, as an example for those who write a configuration
 * @param options what it may be told
 */
public record Kind(
    String name,
    Set<Quantity> quantities,
    String usualPlace,
    List<Option> options,
    Opening opening) {
  public Kind {
    quantities = Set.copyOf(quantities);
    options = List.copyOf(options);
  }

  /** How a chip of this kind is opened. */
  @FunctionalInterface
  public interface Opening {
    Sensor open(Bench bench) throws InterruptedException;
  }
}
